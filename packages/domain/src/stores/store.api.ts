import { z } from 'zod';
import { endpoints, Id } from '../kernel/index.ts';
import { User } from '../people/user.model.ts';
import { Store, StoreInput } from './store.model.ts';

/** A store among the owner's, with its active people and those still invited. */
export const MyStore = Store.extend({ manager_count: z.int(), seller_count: z.int(), pending_count: z.int() });
export type MyStore = z.output<typeof MyStore>;

/** Who works in a store; `manager` is the designated one, else the longest-standing active one. */
export const StoreHierarchy = z.object({
  store: Store,
  manager: User.nullable(),
  managers: z.array(User),
  sellers: z.array(User),
});
export type StoreHierarchy = z.output<typeof StoreHierarchy>;

/** The endpoints of stores. */
export const storeApi = endpoints({
  createStore: {
    method: 'POST',
    path: '/stores',
    access: ['gerant'],
    summary: 'Open a store, with its default settings',
    body: StoreInput,
    reply: Store,
    idempotent: true,
    when_read_only: 'by_service',
    refusals: ['NOT_FOUND', 'EXTERNAL_ID_IN_USE'],
  },
  listMyStores: {
    method: 'GET',
    path: '/stores/my-stores',
    access: ['gerant'],
    summary: 'Every store of the owner, with its people counted',
    reply: z.array(MyStore),
  },
  showHierarchy: {
    method: 'GET',
    path: '/stores/:store_id/hierarchy',
    access: ['gerant', 'manager'],
    summary: 'The managers and sellers of one store',
    params: z.object({ store_id: Id }),
    query: z.object({ include: z.enum(['invited']).optional() }),
    reply: StoreHierarchy,
    refusals: ['NOT_FOUND', 'STORE_FORBIDDEN'],
  },
});
