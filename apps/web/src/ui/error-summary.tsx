import { Plural, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../lib/problem.ts';
import { fieldText } from '../lib/problem-text.ts';
import { ErrorBlock } from './error-block.tsx';
import type { ProblemTexts } from '../lib/problem-text.ts';

interface ErrorSummaryProps {
  readonly problem: Error | null;
  readonly texts?: ProblemTexts;
  /** The labels of the fields by name, for the links of the summary. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Above a form: why it was refused. One field takes the focus itself, several are listed with links. */
export function ErrorSummary({ problem, texts, labels }: ErrorSummaryProps) {
  const { i18n } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const errors = problem instanceof ApiProblem ? problem.errors : [];

  useEffect(() => {
    if (problem === null) return;
    if (errors.length === 1) fieldNamed(box.current, errors[0]?.path ?? '')?.focus();
    else box.current?.focus();
    // A new refusal is a new object; the fields of the same refusal do not change.
  }, [problem]);

  if (problem === null) return null;
  return (
    <div ref={box} tabIndex={-1} className={errors.length === 1 ? 'absolute' : ''}>
      {errors.length < 2 ? (
        errors.length === 0 && <ErrorBlock problem={problem} {...(texts === undefined ? {} : { texts })} />
      ) : (
        <div role="alert" className="rounded-m bg-bad-tint px-4 py-3">
          <p className="text-label">
            <Plural value={errors.length} one="# champ à corriger" other="# champs à corriger" />
          </p>
          <ul className="mt-1 flex flex-col gap-1">
            {errors.map((error) => (
              <li key={error.path}>
                <button
                  type="button"
                  className="min-h-6 text-left underline"
                  onClick={() => fieldNamed(box.current, error.path)?.focus()}
                >
                  {labels[error.path] ?? error.path} : {fieldText(error, i18n._.bind(i18n))}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function fieldNamed(near: HTMLElement | null, name: string): HTMLElement | null {
  const field = near?.closest('form')?.elements.namedItem(name.split('.')[0] ?? name);
  return field instanceof HTMLElement ? field : null;
}
