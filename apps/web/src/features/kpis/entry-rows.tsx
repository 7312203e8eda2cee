import { Trans, useLingui } from '@lingui/react/macro';
import type { ProblemField } from '../../lib/problem.ts';
import { fieldText } from '../../lib/problem-text.ts';
import type { Doubt } from './entry-checks.ts';
import { EntryRow } from './entry-row.tsx';
import { type FigureName, figures as names, isBlank } from './figures.ts';
import type { Figures } from './use-figures.ts';

interface EntryRowsProps {
  readonly figures: Figures;
  readonly keypad: boolean;
  readonly large: readonly FigureName[];
  readonly refused: readonly ProblemField[];
  readonly doubts: readonly Doubt[];
  /** Enter in the last field. */
  readonly onLast: () => void;
}

/** The four figures of a day, each with what is said about it. */
export function EntryRows({ figures, keypad, large, refused, doubts, onLast }: EntryRowsProps) {
  const { i18n } = useLingui();
  const offersNoSales = isBlank(figures.raw);
  const chooseNoSales = () => {
    figures.setRaw(noSales);
    figures.focus('ca_journalier');
  };
  return (
    <div className="rows bg-surface">
      {names.map((name) => {
        const refusal = refused.find(({ path }) => path === name);
        return (
          <EntryRow
            key={name}
            name={name}
            figures={figures}
            keypad={keypad}
            tooLarge={large.includes(name)}
            refused={refusal === undefined ? null : fieldText(refusal, i18n._.bind(i18n))}
            doubts={doubts.filter(({ field }) => field === name)}
            hint={name === 'ca_journalier' && offersNoSales && <NoSales onChoose={chooseNoSales} />}
            onEnter={name === 'nb_prospects' ? onLast : figures.next}
          />
        );
      })}
    </div>
  );
}

const noSales = { ca_journalier: '0', nb_ventes: '0', nb_articles: '0', nb_prospects: '' } as const;

const NoSales = ({ onChoose }: { readonly onChoose: () => void }) => (
  <button type="button" onClick={onChoose} className="min-h-6 text-brand underline">
    <Trans>Journée sans vente</Trans>
  </button>
);
