import { queryOptions } from '@tanstack/react-query';
import { stores } from 'virtual:contract/stores';
import { api, queryClient } from './client.ts';

/** Every store of the owner, with its people counted. */
export const myStores = () =>
  queryOptions({
    queryKey: ['stores', 'mine'],
    queryFn: ({ signal }) => api.call(stores.listMyStores, { signal }),
  });

/** Who works in a store, people still invited included. */
export const hierarchy = (store_id: string) =>
  queryOptions({
    queryKey: ['stores', 'hierarchy', store_id],
    queryFn: ({ signal }) =>
      api.call(stores.showHierarchy, { params: { store_id }, query: { include: 'invited' }, signal }),
  });

/** After a store was opened or somebody joined: lists of stores are read again. */
export const refreshStores = () => queryClient.invalidateQueries({ queryKey: ['stores'] });
