import type { ReactNode } from 'react';

/** The receipt: the figures of one day, cut in teeth below. */
export const Ticket = ({ children, printed = false }: { readonly children: ReactNode; readonly printed?: boolean }) => (
  <div className={`ticket-lift ${printed ? 'animate-print' : ''}`}>
    <div className="ticket">{children}</div>
  </div>
);

interface LeaderRowProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** One line of a receipt: label, dots, figure. */
export const LeaderRow = ({ label, value, note }: LeaderRowProps) => (
  <div className="flex flex-wrap items-baseline gap-x-2 py-1">
    <dt className="text-body text-ink-2">{label}</dt>
    <span aria-hidden="true" className="leader" />
    <dd className="figure-s">{value}</dd>
    {note && <dd className="text-small basis-full text-ink-2">{note}</dd>}
  </div>
);
