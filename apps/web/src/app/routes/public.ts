import { createRoute, redirect } from '@tanstack/react-router';
import { localPath } from '../../lib/local-path.ts';
import { skipWhenSignedIn } from '../access.ts';
import { page, textIn } from './page.ts';
import { publicRoute, rootRoute } from './root.ts';

interface LoginSearch {
  readonly next?: string | undefined;
}

export const loginRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/login',
  validateSearch: (search): LoginSearch => ({ next: localPath(search.next) }),
  beforeLoad: ({ search }) => skipWhenSignedIn(search.next),
  ...page(() => import('../../features/auth/login.page.tsx'), 'auth'),
});

const publicPage = <const Path extends string>(path: Path, load: Parameters<typeof page>[0]) =>
  createRoute({ getParentRoute: () => publicRoute, path, ...page(load, 'auth') });

export const publicRoutes = [
  loginRoute,
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/signup',
    beforeLoad: () => skipWhenSignedIn(undefined),
    ...page(() => import('../../features/auth/signup.page.tsx'), 'auth'),
  }),
  publicPage('/invite', () => import('../../features/auth/invite.page.tsx')),
  publicPage('/forgot-password', () => import('../../features/auth/forgot-password.page.tsx')),
  publicPage('/reset-password', () => import('../../features/auth/reset-password.page.tsx')),
] as const;

export const openRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/status',
    ...page(() => import('../../features/help/status.page.tsx'), 'help'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/dev/mails',
    validateSearch: (search): { readonly id?: string | undefined } => ({ id: textIn(search.id) }),
    ...page(() => import('../../features/mail/dev-mails.page.tsx'), 'mail'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/403',
    ...page(() => import('../forbidden.page.tsx')),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/register',
    beforeLoad: () => {
      throw redirect({ to: '/signup', replace: true });
    },
  }),
] as const;
