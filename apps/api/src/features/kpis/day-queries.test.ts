import { describe, expect, it } from 'vitest';
import { dayOf, outcomeOf } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { expectIndexed, watched } from '../../../test/explained.ts';
import { entryRow, ofTheTill, put } from '../../../test/figures.ts';
import { hire } from '../../../test/staff.ts';
import { type Reply, type TestApp } from '../../../test/test-app.ts';

/** Everything that is done with a day, one after the other. */
const deeds = (api: TestApp, seller = 'lea'): readonly (readonly [string, () => Promise<Reply>])[] => {
  const [day, owner] = [dayOf(api), dayOf(api, 'gerant-mode')];
  const till = () => put(api, entryRow({ ...ofTheTill, seller_id: seller }));
  return [
    ['show', () => day.show()],
    ['write', () => day.write(seller, { nb_ventes: 1 })],
    ['correct', () => day.write(seller, { nb_ventes: 2 })],
    ['remove', () => day.remove(seller)],
    ['away', () => day.away(seller)],
    ['write for someone away', () => day.write(seller, { nb_ventes: 3 })],
    ['unlock', () => till().then(() => owner.unlock(seller))],
    ['count', () => day.count(60)],
    ['validate', async () => day.validate(Object((await day.show()).json).missing)],
    ['reopen', () => day.reopen()],
    ['history', () => day.history()],
    ['configure', () => api.get('lea', '/stores/lyon/kpi-config')],
  ];
};

describe.each(engines)('the questions of a day on $name', (engine) => {
  it('all use an index', () =>
    watched(engine, async (api, queries) => {
      queries.length = 0;
      for (const [name, deed] of deeds(api)) expect([name, outcomeOf(await deed())]).toEqual([name, '200']);
      await dayOf(api).back('tom');
      await api.put('marie', '/stores/lyon/kpi-config', {
        entry_by: { ca_journalier: 'till', nb_ventes: 'till', nb_articles: 'till', nb_prospects: 'store' },
      });
      api.system.moveTo('2025-12-17T09:00:00.000Z');
      const trace = { request_id: 'job', ip_prefix: null };
      for (const id of ['lea', 'tom']) await put(api, entryRow({ ...ofTheTill, seller_id: id, date: '2025-12-16' }));
      expect(
        await api.services.days.autoValidations.autoValidate({ id: 'lyon', workspace_id: 'mode' }, '2025-12-16', trace),
      ).toBe(true);
      await expectIndexed(queries);
    }));

  it('are as many for fifty sellers as for two, and twelve at most to see it', () =>
    watched(engine, async (api, queries) => {
      const show = async () => {
        queries.length = 0;
        expect((await dayOf(api).show()).status).toBe(200);
        return queries.length;
      };
      await show();
      const few = await show();
      for (let place = 0; place < 50; place += 1) {
        await hire(api, `seller-${place}`, 'seller', { store_id: 'lyon', email: null });
        await put(
          api,
          entryRow({ seller_id: `seller-${place}` }),
          entryRow({ seller_id: `seller-${place}`, date: '2025-12-08' }),
        );
      }
      expect(await show()).toBe(few);
      expect(few).toBeLessThanOrEqual(12);
    }));

  it('of a write are a few more than those of its grid', () =>
    watched(engine, async (api, queries) => {
      await Promise.all(['marie', 'gerant-mode', 'lea'].map((who) => api.get(who, '/auth/me')));
      const counts: [string, number][] = [];
      for (const [name, deed] of deeds(api)) {
        await deed();
        const known = queries.findLastIndex(({ collection }) => collection === 'sessions');
        counts.push([name, queries.length - known]);
      }
      expect(counts.filter(([, count]) => count > 19)).toEqual([]);
      const readings = new Map(counts);
      expect([readings.get('history'), readings.get('configure')]).toEqual([6, 5]);
    }));
});
