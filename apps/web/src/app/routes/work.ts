import { isDay } from '@retail-performer/domain/days';
import { createRoute, redirect } from '@tanstack/react-router';
import { page } from './page.ts';
import { adminRoute, gerantRoute, sellerRoute, storeRoute } from './root.ts';

interface MonthSearch {
  readonly month?: string;
}

/** A month `2026-04`; anything else is dropped. */
const monthSearch = (search: Record<string, unknown>): MonthSearch =>
  typeof search.month === 'string' && isDay(`${search.month}-01`) ? { month: search.month } : {};

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
  readonly day?: string;
}

export const gerantRoutes = [
  createRoute({
    getParentRoute: () => gerantRoute,
    path: '/network',
    validateSearch: (search): DaySearch =>
      typeof search.day === 'string' && isDay(search.day) ? { day: search.day } : {},
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
    validateSearch: (search): { readonly store?: string } =>
      typeof search.store === 'string' ? { store: search.store } : {},
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
  readonly q?: string;
  readonly cursor?: string;
  readonly deleted?: true;
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
      ...(typeof search.q === 'string' || typeof search.q === 'number' ? { q: String(search.q) } : {}),
      ...(typeof search.cursor === 'string' ? { cursor: search.cursor } : {}),
      ...(search.deleted === true ? { deleted: true as const } : {}),
    }),
    ...page(() => import('../../features/admin/workspaces.page.tsx'), 'admin'),
  }),
] as const;
