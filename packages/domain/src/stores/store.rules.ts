import type { StoreRow, StoreSettingsRow, StoreStatus } from './store.model.ts';

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

/** The settings that a store opens with: Monday to Saturday; days that only the till wrote are closed by the system. */
export const firstSettings = ({
  id,
  workspace_id,
  created_at,
}: Pick<StoreRow, 'id' | 'workspace_id' | 'created_at'>): StoreSettingsRow => ({
  id: `settings:${id}`,
  workspace_id,
  store_id: id,
  opening_days: [1, 2, 3, 4, 5, 6],
  auto_validate: true,
  calendar_rev: 0,
  updated_by: null,
  rev: 1,
  created_at,
  updated_at: created_at,
});
