import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadTexts } from '../../lib/i18n.ts';

type PageModule = { readonly Page: ComponentType };

/** A page in a chunk of its own, together with the texts of its feature. */
export const page = (load: () => Promise<PageModule>, ...catalogues: readonly string[]) => ({
  component: lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadTexts(...catalogues)]);
    return module;
  }, 'Page'),
});
