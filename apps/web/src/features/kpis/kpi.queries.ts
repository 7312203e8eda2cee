import type { Day } from '@retail-performer/domain/kernel';
import { queryOptions } from '@tanstack/react-query';
import { kpis } from 'virtual:contract/kpis';
import { me } from 'virtual:contract/me';
import { api, queryClient } from '../../lib/client.ts';

const mine = ['kpis', 'mine'] as const;

/** The reader's own entries of some days, oldest first. */
export const myEntries = (start_date: Day, end_date: Day) =>
  queryOptions({
    queryKey: [...mine, 'entries', start_date, end_date],
    queryFn: ({ signal }) => api.call(kpis.listMyEntries, { query: { start_date, end_date }, signal }),
  });

/** The seller's first screen: the day, the days before it, the week and the month so far. */
export const myHome = () =>
  queryOptions({
    queryKey: [...mine, 'home'],
    queryFn: ({ signal }) => api.call(me.showHome, { query: {}, signal }),
  });

/** After a save: everything that counts the reader's own figures is read again. */
export const refreshMine = () => queryClient.invalidateQueries({ queryKey: mine });

/** What a store did in one day. */
export const storeDay = (store_id: string, date: Day) =>
  queryOptions({
    queryKey: ['kpis', 'store-day', store_id, date],
    queryFn: ({ signal }) => api.call(kpis.summarizeStoreDay, { query: { store_id, date }, signal }),
  });

/** What every store of the chain did in one day. */
export const networkDay = (date: Day) =>
  queryOptions({
    queryKey: ['kpis', 'network-day', date],
    queryFn: ({ signal }) => api.call(kpis.listStoreDays, { query: { date }, signal }),
  });

/** The owner's people, open stores and month so far. */
export const dashboard = () =>
  queryOptions({
    queryKey: ['kpis', 'dashboard'],
    queryFn: ({ signal }) => api.call(kpis.showDashboard, { signal }),
  });
