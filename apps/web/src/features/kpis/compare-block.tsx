import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../lib/use-format.ts';
import { Button } from '../../ui/button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { display, valueOf } from './figure-input.ts';
import { figures, type RawFigures } from './figures.ts';
import { shortFigureWords } from './figure-words.ts';
import { noValue } from '../../lib/format.ts';

interface CompareBlockProps {
  readonly date: string;
  readonly mine: RawFigures;
  readonly other: RawFigures;
  /** When the other version was saved, on the clock of the shop. */
  readonly otherTime: string;
  readonly busy: boolean;
  readonly onKeepMine: () => void;
  readonly onKeepOther: () => void;
}

/** Two versions of one day, side by side, and the choice between them. */
export function CompareBlock({ date, mine, other, otherTime, busy, onKeepMine, onKeepOther }: CompareBlockProps) {
  const { i18n } = useLingui();
  const { dayShort, language } = useFormat();
  const print = (raw: string) => (raw === '' ? noValue : display(raw, language));
  return (
    <section role="alert" className="flex max-w-xl flex-col gap-4 p-4 sm:p-0">
      <h2 className="title-2">
        <Trans>Deux versions pour {dayShort(date)}</Trans>
      </h2>
      <p className="text-ink-2">
        <Trans>Cette journée a été enregistrée ailleurs pendant que tu tapais. Rien n’est perdu : choisis.</Trans>
      </p>
      <table className="w-full rounded-m bg-surface">
        <thead>
          <tr className="text-small text-ink-2">
            <th scope="col" className="p-3 text-left font-normal">
              <Trans>Chiffre</Trans>
            </th>
            <th scope="col" className="p-3 text-right font-normal">
              <Trans>Cet appareil</Trans>
            </th>
            <th scope="col" className="p-3 text-right font-normal">
              <Trans>Ailleurs, {otherTime}</Trans>
            </th>
          </tr>
        </thead>
        <tbody className="rows">
          {figures.map((name) => {
            const differs = valueOf(mine[name]) !== valueOf(other[name]);
            return (
              <tr key={name} className={differs ? 'bg-safran-tint' : ''}>
                <th scope="row" className="text-label p-3 text-left">
                  {i18n._(shortFigureWords[name])}
                  {differs && (
                    <span className="text-small font-normal text-ink-2">
                      {' '}
                      <Trans>différent</Trans>
                    </span>
                  )}
                </th>
                <td className="figure-s p-3 text-right">
                  <Figure>{print(mine[name])}</Figure>
                </td>
                <td className="figure-s p-3 text-right">
                  <Figure>{print(other[name])}</Figure>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="grid gap-2 sm:grid-cols-2">
        <Button look="primary" busy={busy} onClick={onKeepMine}>
          <Trans>Garder celle-ci</Trans>
        </Button>
        <Button onClick={onKeepOther}>
          <Trans>Garder l’autre</Trans>
        </Button>
      </div>
    </section>
  );
}
