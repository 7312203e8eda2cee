import { isDay } from '@retail-performer/domain/days';
import { createRoute, redirect } from '@tanstack/react-router';
import { page, textIn } from './page.ts';
import { adminRoute, gerantRoute, sellerRoute, storeRoute } from './root.ts';

interface MonthSearch {
  readonly month?: string | undefined;
}

/** A month `2026-04`; anything else is dropped. */
const monthSearch = (search: Record<string, unknown>): MonthSearch => ({
  month: isDay(`${String(search.month)}-01`) ? textIn(search.month) : undefined,
});

export const sellerRoutes = [
  createRoute({
    getParentRoute: () => sellerRoute,
    path: '/me/today',
    ...page(() => import('../../features/kpis/today.page.tsx'), 'kpis'),
  }),
  createRoute({
    getParentRoute: () => sellerRoute,
    path: '/me/entry',
    beforeLoad: () => {
      throw redirect({ to: '/me/entry/$date', params: { date: 'today' }, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => sellerRoute,
    path: '/me/entry/$date',
    ...page(() => import('../../features/kpis/entry.page.tsx'), 'kpis'),
  }),
  createRoute({
    getParentRoute: () => sellerRoute,
    path: '/me/history',
    validateSearch: monthSearch,
    ...page(() => import('../../features/kpis/history.page.tsx'), 'kpis'),
  }),
] as const;

export const storeRoutes = [
  createRoute({
    getParentRoute: () => storeRoute,
    path: '/store/$storeId/day',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/store/$storeId/day/$date', params: { ...params, date: 'today' }, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => storeRoute,
    path: '/store/$storeId/day/$date',
    ...page(() => import('../store-day.page.tsx'), 'kpis', 'stores'),
  }),
  createRoute({
    getParentRoute: () => storeRoute,
    path: '/store/$storeId/team',
    ...page(() => import('../../features/stores/team.page.tsx'), 'stores'),
  }),
] as const;

interface DaySearch {
  readonly day?: string | undefined;
}

export const gerantRoutes = [
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network',
    validateSearch: (search): DaySearch => ({ day: isDay(String(search.day)) ? textIn(search.day) : undefined }),
    ...page(() => import('../network.page.tsx'), 'kpis', 'billing'),
  }),
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network/stores',
    ...page(() => import('../../features/stores/stores.page.tsx'), 'stores'),
  }),
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network/stores/new',
    ...page(() => import('../../features/stores/new-store.page.tsx'), 'stores'),
  }),
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network/people/invite',
    validateSearch: (search): { readonly store?: string | undefined } => ({ store: textIn(search.store) }),
    ...page(() => import('../../features/people/invite.page.tsx'), 'people'),
  }),
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network/integrations',
    ...page(() => import('../../features/integrations/integrations.page.tsx'), 'integrations'),
  }),
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network/integrations/keys/new',
    ...page(() => import('../../features/integrations/new-key.page.tsx'), 'integrations'),
  }),
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network/billing',
    ...page(() => import('../../features/billing/billing.page.tsx'), 'billing'),
  }),
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/welcome',
    ...page(() => import('../welcome.page.tsx')),
  }),
] as const;

interface WorkspacesSearch {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly deleted?: true | undefined;
}

export const adminRoutes = [
  createRoute({
    getParentRoute: () => adminRoute,
    path: '/admin',
    ...page(() => import('../../features/admin/stats.page.tsx'), 'admin'),
  }),
  createRoute({
    getParentRoute: () => adminRoute,
    path: '/admin/workspaces',
    validateSearch: (search): WorkspacesSearch => ({
      q: typeof search.q === 'number' ? String(search.q) : textIn(search.q),
      cursor: textIn(search.cursor),
      deleted: search.deleted === true ? true : undefined,
    }),
    ...page(() => import('../../features/admin/workspaces.page.tsx'), 'admin'),
  }),
] as const;
