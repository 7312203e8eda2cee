import { addDays } from '@retail-performer/domain/kernel';
import { describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { expectIndexed, watched } from '../../../test/explained.ts';
import { dayRow, entryRow, put, putDay, today } from '../../../test/figures.ts';
import { type TestApp } from '../../../test/test-app.ts';
import { settleIn, user } from '../../../test/world.ts';

const reads = [
  ['marie', '/stores/lyon/summary?p=month'],
  ['gerant-mode', '/stores/lyon/summary?p=month&group=seller&cmp=yoy'],
  ['marie', '/stores/lyon/summary?p=2025&group=week&cmp=aligned'],
  ['marie', '/stores/lyon/team?p=month'],
  ['marie', '/stores/lyon/calendar?month=2025-12'],
  ['lea', '/me/home'],
  ['lea', '/me/results?p=month'],
  ['lea', '/me/results?p=2025&group=month&cmp=aligned'],
  ['lea', `/me/entries/${today}`],
  ['lea', '/me/calendar?month=2025-12'],
] as const;

const closure = { date_from: '2025-12-09', date_to: '2025-12-09' };
const away = { lea: { reason: 'off', by: 'marie', at: '2025-12-14T08:00:00.000Z' } } as const;

describe.each(engines)('the questions of a store’s and a seller’s screens on $name', (engine) => {
  const settle = async (api: TestApp) => {
    await put(api, entryRow(), entryRow({ date: '2024-12-16' }));
    await put(api, entryRow({ seller_id: 'tom', date: '2025-12-12', entered_by: 'marie', entered_by_role: 'manager' }));
    await putDay(api, dayRow({ date: '2025-12-13', absences: away, has_absences: true }));
    await api.post('gerant-mode', '/stores/lyon/closures', { ...closure, kind: 'closed' });
    await api.post('gerant-mode', '/stores/lyon/events', { ...closure, kind: 'works', label: 'Peinture' });
  };

  it('all use an index', () =>
    watched(engine, async (api, queries) => {
      await settle(api);
      queries.length = 0;
      for (const [who, path] of reads) expect(await api.get(who, path)).toMatchObject({ status: 200 });
      await expectIndexed(queries);
    }));

  it('are as many for forty sellers and a year of days as for two and one', () =>
    watched(engine, async (api, queries) => {
      await settle(api);
      const ask = async () => {
        const counts: number[] = [];
        for (const [who, path] of reads) {
          queries.length = 0;
          await api.get(who, path);
          counts.push(queries.length);
        }
        return counts;
      };
      await ask();
      const few = await ask();
      const there = { workspace_id: 'mode', store_id: 'lyon', email: null };
      const people = Array.from({ length: 40 }, (_, place) => user(`seller-${place}`, 'seller', there));
      await settleIn(api.records, [], people);
      await put(api, ...people.map(({ id }) => entryRow({ seller_id: id })));
      for (let ago = 1; ago < 60; ago += 1) await put(api, entryRow({ date: addDays(today, -7 * ago) }));
      expect(await ask()).toEqual(few);
      expect(Math.max(...few)).toBeLessThanOrEqual(12);
    }));
});
