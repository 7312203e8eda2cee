import { Trans, useLingui } from '@lingui/react/macro';
import { ApiProblem, type ProblemField } from '../../lib/problem.ts';
import { fieldText } from '../../lib/problem-text.ts';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { entryRefusals } from './entry-refusals.ts';
import { figures } from './figures.ts';

/** The fields that the server refused. */
export const refusedFields = (problem: Error | null): readonly ProblemField[] =>
  problem instanceof ApiProblem ? problem.errors : [];

interface EntryMessagesProps {
  readonly empty: boolean;
  readonly problem: Error | null;
}

/** What stands between a day and its save, when no single figure is to blame. */
export function EntryMessages({ empty, problem }: EntryMessagesProps) {
  const { i18n } = useLingui();
  const refused = refusedFields(problem);
  const elsewhere = refused.filter(({ path }) => !figures.some((name) => name === path));
  return (
    <div className="flex flex-col gap-2 px-4 pt-2 empty:hidden">
      {empty && (
        <p role="status" className="text-small-strong text-bad">
          <Trans>Tape au moins un chiffre.</Trans>
        </p>
      )}
      {elsewhere.map((field) => (
        <p key={field.path} role="alert" className="text-small-strong text-bad">
          {fieldText(field, i18n._.bind(i18n))}
        </p>
      ))}
      {problem !== null && refused.length === 0 && <ErrorBlock problem={problem} texts={entryRefusals} />}
    </div>
  );
}
