import { createRouter } from '@tanstack/react-router';
import { openRoutes, publicRoutes } from './routes/public.ts';
import {
  accountRoutes,
  adminRoute,
  gerantRoute,
  homeRoutes,
  publicRoute,
  rootRoute,
  sellerRoute,
  signedInRoute,
  storeRoute,
} from './routes/root.ts';
import { adminRoutes, gerantRoutes, sellerRoutes, storeRoutes } from './routes/work.ts';

const routeTree = rootRoute.addChildren([
  ...homeRoutes,
  ...openRoutes,
  publicRoute.addChildren(publicRoutes),
  signedInRoute.addChildren([
    ...accountRoutes,
    sellerRoute.addChildren(sellerRoutes),
    storeRoute.addChildren(storeRoutes),
    gerantRoute.addChildren(gerantRoutes),
    adminRoute.addChildren(adminRoutes),
  ]),
]);

/** Every page is an address; Back returns to the same place at the same height. */
export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreloadStaleTime: 0 });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface HistoryState {
    /** The day that has just been saved, for the one line that says so. */
    saved?: string;
    /** The address to sign in with, when another page knows it. */
    email?: string;
    /** A new password has just been chosen. */
    passwordChanged?: true;
  }
}
