import { describe, expect, it } from 'vitest';
import type { KpiEntry } from '../kpis/index.ts';
import { syncedEntry } from './sync-entry.rules.ts';

const call = {
  workspace_id: 'mode',
  key_id: 'till',
  sync_id: 'sync-2',
  at: '2025-12-15T19:00:00.000Z',
  new_id: 'new',
};
const line = {
  store_id: 'lyon',
  date: '2025-12-15',
  seller_id: 'lea',
  ca_journalier: 1250.5,
  nb_ventes: 10,
  nb_articles: 18,
  prospects: null,
};
const synced = (former: KpiEntry | null, more: Partial<typeof line> | { prospects: number } = {}) =>
  syncedEntry({ ...line, ...more }, former, call);
const first = synced(null) ?? expect.fail('a first entry is always written');

describe('the till’s word on a day', () => {
  it('makes a locked entry of cents', () =>
    expect(first).toMatchObject({ id: 'new', ca_journalier: 125_050, source: 'api', locked: true, rev: 1 }));

  it('changes nothing when it says the same, whichever key says it', () => {
    expect(synced(first)).toBeNull();
    expect(syncedEntry(line, first, { ...call, key_id: 'other', sync_id: 'sync-3' })).toBeNull();
  });

  it('locks again what the owner has unlocked, keeping the reason of nobody', () => {
    const unlocked = { ...first, locked: false, last_reason: 'erreur de caisse', rev: 2 };
    expect(synced(unlocked)).toMatchObject({ id: 'new', locked: true, last_reason: null, rev: 3 });
  });

  it('takes a figure over from whoever gave the same one', () => {
    const counted = { by: 'seller', id: 'lea', at: call.at } as const;
    const former = { ...first, nb_prospects: 40, field_sources: { ...first.field_sources, nb_prospects: counted } };
    expect(synced(former)).toBeNull();
    expect(synced(former, { prospects: 40 })?.field_sources.nb_prospects).toMatchObject({ by: 'till' });
  });

  it('says how many sales have counted visitors', () => {
    expect(first.nb_ventes_with_prospects).toBe(0);
    expect(synced(null, { prospects: 40 })?.nb_ventes_with_prospects).toBe(10);
    expect(synced({ ...first, nb_prospects: 40 }, { prospects: 0 })?.nb_ventes_with_prospects).toBe(0);
  });
});
