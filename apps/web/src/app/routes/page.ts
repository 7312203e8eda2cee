import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadTexts } from '../../lib/i18n.ts';

/**
 * A text of the address, or nothing. A value that is not wanted must be named as undefined: the router keeps whatever
 * a page does not name.
 */
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

type PageModule = { readonly Page: ComponentType };

/** A page in a chunk of its own, together with the texts of its feature. */
export const page = (load: () => Promise<PageModule>, ...catalogues: readonly string[]) => ({
  component: lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadTexts(...catalogues)]);
    return module;
  }, 'Page'),
});
