import { expect, it } from 'vitest';
import { type Draft, dropDraft, keepDraft, openingOf, readDraft } from './entry-draft.ts';
import { blank, type RawFigures } from './figures.ts';

const device = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

const refuse = () => {
  throw new Error('QuotaExceededError');
};

const typed: RawFigures = { ...blank, ca_journalier: '1250.50', nb_ventes: '12' };

it('what is typed survives the page, for its author and its day only', () => {
  const store = device();
  expect(keepDraft(store, 'emma', '2026-04-11', typed, 0)).toBe(true);
  expect(readDraft(store, 'emma', '2026-04-11')?.raw).toEqual(typed);
  expect(readDraft(store, 'hugo', '2026-04-11')).toBeNull();
  expect(readDraft(store, 'emma', '2026-04-10')).toBeNull();
  dropDraft(store, 'emma', '2026-04-11');
  expect(readDraft(store, 'emma', '2026-04-11')).toBeNull();
});

it('the same figures keep the name of their save, other figures get another', () => {
  const store = device();
  const name = () => readDraft(store, 'emma', '2026-04-11')?.op_id;
  keepDraft(store, 'emma', '2026-04-11', typed, 0);
  const first = name();
  keepDraft(store, 'emma', '2026-04-11', { ...typed, ca_journalier: '1250.5' }, 0);
  expect(name()).toBe(first);
  keepDraft(store, 'emma', '2026-04-11', { ...typed, nb_ventes: '13' }, 0);
  expect(name()).not.toBe(first);
});

it('a device that refuses to keep anything says so, and a torn draft is no draft', () => {
  const full = { ...device(), setItem: refuse };
  expect(keepDraft(full, 'emma', '2026-04-11', typed, 0)).toBe(false);
  const torn = device();
  torn.setItem('rp-draft:emma:2026-04-11', '{"raw":{"ca_jour');
  expect(readDraft(torn, 'emma', '2026-04-11')).toBeNull();
});

const draftOn = (base_rev: number): Draft => ({
  raw: typed,
  base_rev,
  op_id: 'op',
  saved_at: '2026-04-11T17:40:00.000Z',
});

it('a draft that continues what the server has opens the form', () => {
  expect(openingOf(null, draftOn(0))).toMatchObject({ raw: typed, from: 'draft', base_rev: 0 });
});

it('a draft older than the entry of the server is offered, never imposed', () => {
  const entry = { rev: 3, raw: { ...typed, nb_ventes: '14' } };
  expect(openingOf(entry, draftOn(0))).toMatchObject({
    raw: entry.raw,
    base_rev: 3,
    from: 'server',
    older: { op_id: 'op' },
  });
});

it('a draft that says what the server says is forgotten', () => {
  expect(openingOf({ rev: 3, raw: typed }, draftOn(0))).toMatchObject({ from: 'server', older: null });
});
