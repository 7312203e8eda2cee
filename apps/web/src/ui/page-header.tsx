import { type ReactNode, useEffect, useRef } from 'react';

let visits = 0;

interface PageHeaderProps {
  readonly title: string;
  /** What stands in the title of the window between the page and the product: a shop or a company. */
  readonly place?: string | null | undefined;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one h1 of a page: names the window, and takes the focus when one arrives from another page. */
export function PageHeader({ title, place, above, below, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    visits += 1;
    // The first page of a visit is announced by the browser itself.
    if (visits > 1) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = [title, place, 'Retail Performer'].filter(Boolean).join(' · ');
  }, [title, place]);
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above}
        <h1 ref={heading} tabIndex={-1} className="title-1">
          {title}
        </h1>
        {below}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
