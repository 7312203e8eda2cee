import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { homeOf, requirePerson } from '../access.ts';
import type { Role } from '../../lib/me.ts';
import { roleGate } from '../role-gate.tsx';
import { Root } from '../root.tsx';
import { FailedPage, FailedStart, UnknownAddress } from '../state-pages.tsx';
import { page } from './page.ts';

/** Above every page. */
export const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: UnknownAddress,
  errorComponent: FailedStart,
});

/** Above the pages that need nobody in particular. */
export const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: lazyRouteComponent(() => import('../shell/public-shell.tsx'), 'PublicShell'),
});

/** Above the pages that need a signed-in person. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: ({ location }) => requirePerson(location.href),
  errorComponent: FailedStart,
  component: lazyRouteComponent(() => import('../shell/app-shell.tsx'), 'AppShell'),
});

const roleRoute = <const Id extends string>(id: Id, roles: readonly Role[]) =>
  createRoute({
    getParentRoute: () => signedInRoute,
    id,
    component: roleGate(roles),
    errorComponent: FailedPage,
  });

export const sellerRoute = roleRoute('seller', ['seller']);
export const storeRoute = roleRoute('store', ['manager', 'gerant']);
export const gerantRoute = roleRoute('gerant', ['gerant']);
export const adminRoute = roleRoute('admin', ['super_admin']);

const home = async ({ location }: { readonly location: { readonly href: string } }) => {
  throw redirect({ href: homeOf(await requirePerson(location.href)), replace: true });
};

const alias = <const Path extends string>(path: Path) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    beforeLoad: () => {
      throw redirect({ to: '/app', replace: true });
    },
  });

/** The way home, its former addresses, and what every signed-in person has. */
export const homeRoutes = [alias('/'), alias('/dashboard'), alias('/gerant-dashboard'), alias('/superadmin')] as const;

export const accountRoutes = [
  createRoute({ getParentRoute: () => signedInRoute, path: '/app', beforeLoad: home }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/account/profile',
    ...page(() => import('../../features/account/profile.page.tsx'), 'account'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/more',
    ...page(() => import('../more.page.tsx')),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/help',
    ...page(() => import('../../features/help/help.page.tsx'), 'help'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/no-store',
    ...page(() => import('../no-store.page.tsx')),
  }),
] as const;
