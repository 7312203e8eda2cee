import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormat } from '../../lib/use-format.ts';
import { Figure } from '../../ui/figure.tsx';
import { LeaderRow, Ticket } from '../../ui/ticket.tsx';
import { EntryStatus } from './entry-status.tsx';
import { figureWords, printed } from './figure-words.ts';
import type { Entry } from './figures.ts';

interface DayTicketProps {
  readonly date: string;
  readonly entry: Entry | null;
  readonly timezone?: string | undefined;
  /** Just saved: the receipt slides out once. */
  readonly fresh?: boolean;
  readonly sums?: ReactNode;
  readonly action?: ReactNode;
}

/** A seller's day on its receipt. */
export function DayTicket({ date, entry, timezone, fresh = false, sums, action }: DayTicketProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <Ticket printed={fresh}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="title-3 first-letter:uppercase">{format.dayWords(date)}</h2>
        <EntryStatus entry={entry} timezone={timezone} />
      </div>
      {entry === null ? (
        <p className="mt-4 mb-3 text-body text-ink-2">
          <Trans>Rien de saisi pour cette journée.</Trans>
        </p>
      ) : (
        <p className="mt-4 figure-xl">
          <Figure>{printed(entry, 'ca_journalier', format)}</Figure>
        </p>
      )}
      {sums}
      <dl className="mt-3">
        {(['nb_ventes', 'nb_articles', 'nb_prospects'] as const).map((name) => (
          <LeaderRow
            key={name}
            label={i18n._(figureWords[name])}
            value={<Figure>{printed(entry, name, format)}</Figure>}
          />
        ))}
      </dl>
      {action && <div className="mt-4 flex flex-col">{action}</div>}
    </Ticket>
  );
}
