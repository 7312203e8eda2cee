import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, outcomeOf } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { figures, tillOf } from '../../../test/till.ts';
import { Users } from '../people/user.repository.ts';

describe.each(engines)('the history of a day on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());
  const items = (json: unknown): readonly Record<string, unknown>[] => Object(json).items;

  it('tells everything that happened, newest first, with its people and figures', async () => {
    const day = dayOf(api);
    await api.post('lea', '/kpi/seller/entry', { date, ca_journalier: 19.99, nb_ventes: 1, comment: 'Calme' });
    await day.write('lea', { ca_journalier: 29.99, nb_ventes: 1, reason: 'Ticket oublié' });
    await (await tillOf(api)).sync([figures('tom')]);
    await dayOf(api, 'gerant-mode').unlock('tom', 'Erreur de caisse');
    await day.remove('lea', 'Saisie en double');
    await day.away('lea');
    await day.back('lea');
    await day.count(30);
    await day.validate(['lea']);
    await day.reopen('Oubli d’un ticket');
    const { json } = await day.history();
    expect(items(json).map(({ action }) => action)).toEqual([
      'day.reopened',
      'day.validated',
      'footfall.set',
      'absence.removed',
      'absence.set',
      'entry.deleted',
      'entry.unlocked',
      'entry.synced',
      'entry.updated',
      'entry.created',
    ]);
    expect(items(json).at(-1)).toMatchObject({
      actor: { id: 'lea', name: 'lea', role: 'seller' },
      seller_id: 'lea',
      seller_name: 'lea',
      before: null,
      after: { ca_journalier: 19.99, nb_ventes: 1, comment: 'Calme' },
      reason: null,
    });
    expect(items(json).at(-2)).toMatchObject({
      actor: { role: 'manager' },
      before: { ca_journalier: 19.99 },
      after: { ca_journalier: 29.99 },
      reason: 'Ticket oublié',
    });
    expect(items(json).at(-3)).toMatchObject({ actor: { name: 'Caisse', role: 'api' }, seller_name: 'tom' });
    expect(items(json)[0]).toMatchObject({ reason: 'Oubli d’un ticket', seller_id: null, seller_name: null });
    expect(Object(json).next_cursor).toBeNull();
  });

  it('comes page by page, and new lines neither lose nor double any', async () => {
    const day = dayOf(api);
    for (let count = 1; count <= 7; count += 1) await day.count(count);
    const first = await day.history('?limit=3');
    await day.count(8);
    const second = await day.history(`?limit=3&cursor=${Object(first.json).next_cursor}`);
    const third = await day.history(`?limit=3&cursor=${Object(second.json).next_cursor}`);
    const all = [first, second, third].flatMap(({ json }) =>
      items(json).map(({ after }) => Object(after).nb_prospects),
    );
    expect(all).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(Object(third.json).next_cursor).toBeNull();
    const other = dayOf(api, 'marie', { date: '2025-12-13' });
    expect(outcomeOf(await other.history(`?cursor=${Object(first.json).next_cursor}`))).toBe(
      '422 query.cursor INVALID_CURSOR',
    );
    expect(outcomeOf(await day.history('?limit=101'))).toBe('422 query.limit TOO_LARGE');
    expect(items((await other.history()).json)).toEqual([]);
  });

  it('keeps the names of those who have gone', async () => {
    await api.post('lea', '/kpi/seller/entry', { date, nb_ventes: 1 });
    await api.database.of(Users).update({ id: 'lea' }, { set: { status: 'deleted', name: 'Léa Roux' } });
    expect(items((await dayOf(api).history('')).json)).toMatchObject([{ seller_name: 'Léa Roux' }]);
  });
});
