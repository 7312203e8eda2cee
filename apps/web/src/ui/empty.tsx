import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly why?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here yet: what it is, why, and the one act that changes it. */
export const Empty = ({ title, why, action }: EmptyProps) => (
  <div className="flex flex-col items-start gap-2 rounded-m bg-surface p-5">
    <p className="text-label">{title}</p>
    {why && <p className="text-ink-2">{why}</p>}
    {action && <div className="mt-2">{action}</div>}
  </div>
);
