import { ForbiddenPage } from './state-pages.tsx';

/** The refusal at an address of its own. */
export const Page = () => (
  <main id="main" className="mx-auto max-w-xl px-4 py-8">
    <ForbiddenPage />
  </main>
);
