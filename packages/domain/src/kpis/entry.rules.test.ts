import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../kernel/index.ts';
import { type DayBefore, enteredBy, entryRefusal, type EntryWriter, rewrittenBy, sameContent } from './entry.rules.ts';
import { defaultEntryBy, EntryBy } from './kpi-config.model.ts';
import { Figure, type KpiEntry } from './kpi.model.ts';

const by = (entered_by_role: KpiEntry['entered_by_role'], locked = false) => ({ entered_by_role, locked });
const at = (day: number): EntryWriter => ({ by: 'seller', id: 'lea', at: `2025-12-${day}T18:00:00.000Z` });
const everyone = (who: 'seller' | 'manager' | 'till' | 'none'): EntryBy => ({
  ca_journalier: who,
  nb_ventes: who,
  nb_articles: who,
  nb_prospects: who,
});

describe('who overrides whom', () => {
  const open = { validated: false, entry_by: defaultEntryBy };
  it.each<[string, DayBefore, string | null, string | null]>([
    ['no entry', { ...open, entry: null }, null, null],
    ['the seller’s entry', { ...open, entry: by('seller') }, null, null],
    ['the manager’s entry', { ...open, entry: by('manager') }, 'ENTRY_SET_BY_MANAGER', null],
    ['the owner’s entry', { ...open, entry: by('gerant') }, 'ENTRY_SET_BY_MANAGER', null],
    ['the till’s entry', { ...open, entry: by('api', true) }, 'ENTRY_LOCKED', 'ENTRY_LOCKED'],
    ['the till’s entry, unlocked', { ...open, entry: by('api') }, null, null],
    ['a validated day', { ...open, entry: null, validated: true }, 'DAY_VALIDATED', 'DAY_VALIDATED'],
    ['a locked entry, validated', { ...open, entry: by('api', true), validated: true }, 'ENTRY_LOCKED', 'ENTRY_LOCKED'],
    ['the manager’s, validated', { ...open, entry: by('manager'), validated: true }, 'DAY_VALIDATED', 'DAY_VALIDATED'],
    ['a manager’s store', { ...open, entry: null, entry_by: everyone('manager') }, 'ENTRY_NOT_ALLOWED', null],
    ['a till’s store', { ...open, entry: null, entry_by: everyone('till') }, 'ENTRY_NOT_ALLOWED', null],
  ])('%s', (_, day, seller, manager) => {
    expect(entryRefusal('seller', day)).toBe(seller);
    expect(entryRefusal('manager', day)).toBe(manager);
    expect(entryRefusal('gerant', day)).toBe(manager);
  });

  it('names the till only where no manager enters anything', () => {
    expect(enteredBy(everyone('till')).fr).toBe('la caisse');
    expect(enteredBy({ ...everyone('till'), nb_prospects: 'manager' }).fr).toBe('le manager');
    expect(enteredBy({ ...everyone('none'), nb_prospects: 'store' }).en).toBe('the manager');
  });
});

describe('a rewritten entry', () => {
  const amount = fc.option(fc.integer({ min: 0, max: 1000 }).map(cents), { nil: undefined });
  const count = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined });
  const input = fc.record({
    ca_journalier: amount,
    nb_ventes: count,
    nb_articles: count,
    nb_prospects: count,
    comment: fc.option(fc.string()),
  });
  const owner = fc.constantFrom('seller', 'manager', 'till', 'none');
  const entryBy = fc
    .record({
      ca_journalier: owner,
      nb_ventes: owner,
      nb_articles: owner,
      nb_prospects: fc.oneof(owner, fc.constant('store')),
    })
    .map((config) => EntryBy.parse(config));

  it('is the same however often the same is sent, whatever was there before', () =>
    fc.assert(
      fc.property(fc.option(input), input, entryBy, (former, sent, entry_by) => {
        const before =
          former &&
          stored(rewrittenBy({ by: 'gerant', id: 'owner', at: at(14).at }, former, { current: null, entry_by }));
        const once = rewrittenBy(at(15), sent, { current: before, entry_by });
        const twice = rewrittenBy(at(16), sent, { current: stored(once), entry_by });
        expect(twice).toEqual(once);
        expect(sameContent(once, twice)).toBe(true);
      }),
    ));

  it('has exactly the figures that were sent, and keeps those of others', () =>
    fc.assert(
      fc.property(fc.option(input), input, entryBy, (former, sent, entry_by) => {
        const before =
          former &&
          stored(rewrittenBy({ by: 'gerant', id: 'owner', at: at(14).at }, former, { current: null, entry_by }));
        const entry = rewrittenBy(at(15), sent, { current: before, entry_by });
        for (const figure of Figure.options) {
          const mine = entry_by[figure] === 'seller';
          expect(entry[figure]).toBe((mine ? sent[figure] : before?.[figure]) ?? 0);
          expect(entry.field_sources[figure]?.id).toBe(
            mine ? (sent[figure] === undefined ? undefined : 'lea') : before?.field_sources[figure]?.id,
          );
        }
        expect(entry.nb_ventes_with_prospects).toBe(entry.nb_prospects > 0 ? entry.nb_ventes : 0);
      }),
    ));

  it('of a manager takes every figure, whoever enters it', () => {
    const entry = rewrittenBy(
      { by: 'manager', id: 'marie', at: at(15).at },
      { ca_journalier: cents(5), nb_ventes: 1, comment: null },
      { current: null, entry_by: everyone('till') },
    );
    expect(entry).toMatchObject({ ca_journalier: 5, nb_ventes: 1, nb_articles: 0, entered_by: 'marie' });
    expect(Object.keys(entry.field_sources)).toEqual(['ca_journalier', 'nb_ventes']);
  });

  it('differs when any part of it does', () => {
    const content = rewrittenBy(at(15), { nb_ventes: 1, comment: null }, { current: null, entry_by: defaultEntryBy });
    expect(sameContent(content, { ...content })).toBe(true);
    for (const change of [
      { comment: 'x' },
      { locked: true },
      { entered_by: 'tom' },
      { nb_ventes: 2 },
      { field_sources: {} },
    ]) {
      expect(sameContent(content, { ...content, ...change })).toBe(false);
    }
  });
});

const stored = (content: ReturnType<typeof rewrittenBy>): KpiEntry => ({
  ...content,
  id: 'entry',
  workspace_id: 'mode',
  store_id: 'lyon',
  seller_id: 'lea',
  date: '2025-12-15',
  last_reason: null,
  sync_id: null,
  rev: 1,
  created_at: at(15).at,
  updated_at: at(15).at,
});
