import type { ReactNode } from 'react';
import { PageHeader } from './page-header.tsx';

interface StatePageProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** A page that says one thing and offers one act. */
export const StatePage = ({ title, children, action }: StatePageProps) => (
  <div className="flex max-w-xl flex-col gap-4 py-6">
    <PageHeader title={title} />
    {children && <div className="flex flex-col gap-2 text-ink-2">{children}</div>}
    {action && <div className="flex flex-wrap gap-3">{action}</div>}
  </div>
);
