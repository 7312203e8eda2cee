import { describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { expectIndexed, watched } from '../../../test/explained.ts';
import { dayRow, entryRow, inTransaction, put, putDay, today as date } from '../../../test/figures.ts';
import { store, user } from '../../../test/world.ts';
import { workspaceScope } from '../../core/scope.ts';
import { Stores } from '../stores/store.repository.ts';

const reads = [
  ['lea', '/kpi/seller/entries?start_date=2025-12-01&end_date=2025-12-31'],
  ['lea', '/kpi/seller/summary?start_date=2025-12-01&end_date=2025-12-31'],
  ['marie', `/kpi/manager/store-summary?date=${date}`],
  ['gerant-mode', `/kpi/gerant/all-stores?date=${date}`],
  ['gerant-mode', '/gerant/dashboard/stats'],
  ['gerant-mode', '/stores/my-stores'],
  ['marie', '/stores/lyon/hierarchy?include=invited'],
] as const;

describe.each(engines)('the questions of figures on $name', (engine) => {
  it('all use an index', () =>
    watched(engine, async (api, queries) => {
      await api.post('gerant-mode', '/stores', { name: 'Nantes', manager_id: 'marie', external_id: 'N1' });
      await putDay(api, dayRow({ absences: { lea: { reason: 'off', by: 'marie', at: '2025-12-14T08:00:00.000Z' } } }));
      queries.length = 0;
      await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 3 });
      for (const [who, path] of reads) expect(await api.get(who, path)).toMatchObject({ status: 200 });
      await api.services.rebuilds.rebuild({ id: 'lyon', workspace_id: 'mode' });
      await expectIndexed(queries);
    }));

  it('are as many for a hundred stores and sellers as for a few', () =>
    watched(engine, async (api, queries) => {
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
      const ids = Array.from({ length: 100 }, (_, place) => `s${place}`);
      await api.database.of(Stores).insert(ids.map((id) => store(id, 'mode')));
      await api.records.users.insert(
        ...ids.map((id) => user(`seller-${id}`, 'seller', { workspace_id: 'mode', store_id: id, email: null })),
        ...ids.map((id) => user(`lyon-${id}`, 'seller', { workspace_id: 'mode', store_id: 'lyon', email: null })),
      );
      for (const id of ids) await put(api, entryRow({ seller_id: `seller-${id}`, store_id: id }));
      expect(await ask()).toEqual(few);
      expect(Math.max(...few)).toBeLessThanOrEqual(12);
    }));

  it('of an entry are twelve at most, and none of them writes when nothing has changed', () =>
    watched(engine, async (api, queries) => {
      await api.get('lea', '/auth/me');
      const save = async () => {
        queries.length = 0;
        await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 3 });
        return queries.map(({ kind }) => kind);
      };
      expect((await save()).length).toBeLessThanOrEqual(12);
      expect(new Set(await save())).toEqual(new Set(['find']));
    }));

  it('of a hundred lines of one store and day are four', () =>
    watched(engine, async (api, queries) => {
      const rows = Array.from({ length: 100 }, (_, place) => entryRow({ seller_id: `seller-${place}` }));
      await inTransaction(api, async ({ entries }) => {
        queries.length = 0;
        await entries.save(workspaceScope('mode'), rows);
      });
      expect(queries.map(({ kind }) => kind)).toEqual(['upsert', 'increment', 'aggregate', 'upsert']);
      expect(await api.records.storeDays.findSums(workspaceScope('mode'), 'lyon', date)).toMatchObject({
        seller_count: 100,
        ca_journalier: 9_000_000,
      });
    }));
});
