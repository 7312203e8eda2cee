import { BarePage } from '../ui/bare-page.tsx';
import { ForbiddenPage } from './state-pages.tsx';

/** The refusal at an address of its own. */
export const Page = () => (
  <BarePage>
    <ForbiddenPage />
  </BarePage>
);
