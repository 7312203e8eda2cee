import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';

/** The frame of a page outside the application's own: awning, name, one column. */
export const BarePage = ({ children }: { readonly children: ReactNode }) => (
  <div>
    <div aria-hidden="true" className="banne banne-0" />
    <main id="main" className="mx-auto flex max-w-xl flex-col gap-6 px-4 py-8">
      <a href="/app" aria-label="Retail Performer" className="self-start rounded-s">
        <Logo className="*:first:hidden" />
      </a>
      {children}
    </main>
  </div>
);
