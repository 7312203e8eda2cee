import { addDays, type Day } from '@retail-performer/domain/kernel';
import { bitOfDay, expectedDays, monthNumber, worksOn } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, putDay } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { settleIn, user } from '../../../test/world.ts';
import { workspaceScope } from '../../core/scope.ts';
import { StoreAssignments } from '../people/assignment.repository.ts';

const scope = workspaceScope('mode');
const during = { start: '2025-12-01', end: '2025-12-20' };
const days: readonly Day[] = Array.from({ length: 20 }, (_, place) => addDays(during.start, place));
const clock = { timezone: 'Europe/Paris', cutoff_hour: 4 };
const stores = ['lyon', 'paris', 'reunion'].map((id) => ({ id, ...clock }));

const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id).toSorted();

describe.each(engines)('who is expected in stores on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
    const there = { workspace_id: 'mode', store_id: 'lyon' };
    await settleIn(
      api.records,
      [],
      [
        user('ivy', 'seller', { ...there, status: 'invited', email: null }),
        user('sue', 'seller', { ...there, status: 'suspended', suspended_at: '2025-12-05T10:00:00.000Z' }),
        user('del', 'seller', { ...there, status: 'deleted', email: null, deleted_at: '2025-12-08T23:30:00.000Z' }),
        user('old', 'seller', { ...there, status: 'deleted', email: null, deleted_at: '2025-03-01T10:00:00.000Z' }),
      ],
    );
    const ended = { to_date: '2025-03-01', open_key: null };
    await api.database.of(StoreAssignments).update({ user_id: 'old' }, { set: ended });
    await api.post('gerant-mode', '/gerant/staff/tom/transfer', { store_id: 'paris' });
    const at = '2025-12-01T08:00:00.000Z';
    const away = { reason: 'leave', by: 'marie', at } as const;
    await putDay(api, dayRow({ date: '2025-12-10', absences: { lea: away, sue: away }, has_absences: true }));
    // A leave that was agreed on before he went to Paris.
    await putDay(api, dayRow({ date: '2025-12-17', absences: { tom: away }, has_absences: true }));
  });
  afterEach(() => api.close());

  it('is the same whether all stores are asked about or one', async () => {
    const { storeStaffing } = api.services;
    const expected = await storeStaffing.expectedIn(scope, stores, during);
    for (const store of stores) {
      const people = await storeStaffing.sellersOf(scope, store, during);
      for (const day of days) {
        const there = people.filter(
          ({ spans, away: absent }) => spans.some((span) => worksOn(span, day)) && !absent.has(day),
        );
        const counted = (expected.get(store.id) ?? []).filter(
          (seller) => (expectedDays(seller, monthNumber('2025-12')) & bitOfDay(day)) !== 0,
        );
        expect([store.id, day, ids(counted)]).toEqual([store.id, day, ids(there)]);
      }
    }
  });

  it('ends with a suspension, a deletion and a transfer, and never begins with an invitation', async () => {
    const people = await api.services.storeStaffing.sellersOf(scope, { id: 'lyon', ...clock }, during, {
      others: ['ines'],
    });
    expect(people.map(({ name, status, spans }) => [name, status, spans.at(0)?.to])).toEqual([
      ['del', 'former', '2025-12-07'],
      ['ines', 'former', undefined],
      ['ivy', 'invited', undefined],
      ['lea', 'active', null],
      ['sue', 'suspended', '2025-12-04'],
      ['tom', 'former', '2025-12-14'],
    ]);
  });
});
