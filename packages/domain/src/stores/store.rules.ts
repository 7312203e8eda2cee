import type { StoreStatus } from './store.model.ts';

/** What an owner may do with the life of a store. */
export type StoreDeed = 'suspend' | 'reopen' | 'close';

/** What each deed leads to. */
export const storeGoal = {
  suspend: 'suspended',
  reopen: 'open',
  close: 'closed',
} as const satisfies Record<StoreDeed, StoreStatus>;

const from: Readonly<Record<StoreDeed, readonly StoreStatus[]>> = {
  suspend: ['open'],
  reopen: ['suspended', 'closed'],
  close: ['open', 'suspended'],
};

/** Tells whether a store in that state can be suspended, reopened or closed. */
export const storeMay = (deed: StoreDeed, status: StoreStatus): boolean => from[deed].includes(status);
