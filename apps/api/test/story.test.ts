import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outcomeOf } from './day.ts';
import { engines } from './engines.ts';
import { paying } from './paying.ts';
import { dates, isOpen } from './story.arithmetic.ts';
import { typed } from './story.chain.ts';
import { checkSeats } from './story.checks.ts';
import { type Course, courseOf } from './story.course.ts';
import { type Reply, type TestApp, testApp } from './test-app.ts';

const first = '2026-03-09';
const day = (store: string, date: string) => `/stores/${store}/days/${date}`;
const roles = [
  ['Marie', 'manager', 'lyon'],
  ['Paul', 'manager', 'annecy'],
  ['Lea', 'seller', 'lyon'],
  ['Tom', 'seller', 'lyon'],
  ['Sam', 'seller', 'lyon'],
  ['Ines', 'seller', 'annecy'],
  ['Zoe', 'seller', 'annecy'],
] as const;

describe.each(engines)('The story of a chain of two stores ($name)', (engine) => {
  let api: TestApp;
  let story: Course;
  beforeAll(async () => {
    api = await testApp(engine, paying);
    story = await courseOf(api, first);
  });
  afterAll(() => api.close());

  it('begins with an owner who invites managers and sellers by link, seat by seat', async () => {
    const { chain } = story;
    const invited: Reply[] = [];
    for (const [place, [name, role, store]] of roles.entries()) {
      invited.push(await chain.invite(name, role, story[store]));
      const [coming, reserved] = [Math.min(2, place + 1), Math.max(0, place - 1)];
      await checkSeats(chain, { managers: 0, coming, active: 0, invited: reserved });
    }
    for (const [place, reply] of invited.entries()) {
      await story.join(reply);
      const [managers, active] = [Math.min(2, place + 1), Math.max(0, place - 1)];
      await checkSeats(chain, { managers, coming: 2 - managers, active, invited: 5 - active });
    }
    expect(story.teamOf(story.lyon, first).map(({ name }) => name)).toEqual(['Lea', 'Tom', 'Sam']);
    await story.agrees();
  });

  it('takes the figures of the year before and of the weeks before, from sellers and till', async () => {
    const { chain, lyon, annecy, till } = story;
    const past = [...dates('2025-03-03', '2025-03-22'), ...dates('2026-02-16', '2026-02-19')];
    const days = [...past, ...dates('2026-03-02', '2026-03-07')].filter(isOpen);
    for (const date of days) {
      for (const [place, seller] of story.teamOf(lyon, first).entries()) {
        // Now and then somebody was not there.
        if ((Number(date.slice(8)) + place) % 7 !== 0) await chain.enter(seller, { store: lyon, date });
      }
    }
    const known = days.filter((date) => Number(date.slice(8)) % 6 !== 0);
    const report = await till.batch(known, story.teamOf(annecy, first));
    expect(report).toMatchObject({ status: 200, json: { status: 'success', total: known.length * 2 } });
    await story.agrees();
  });

  it('goes on with a first week of sellers and till', async () => {
    const { chain, lyon, annecy, till } = story;
    for (const date of dates(first, '2026-03-14')) {
      await story.evening(date);
      for (const seller of story.teamOf(lyon, date)) {
        const forgot = date === '2026-03-12' && seller.name !== 'Lea';
        if (!forgot) await chain.enter(seller, { store: lyon, date });
      }
      // On one evening the till forgets somebody, and the night leaves that day open.
      const sellers = story.teamOf(annecy, date).filter(({ name }) => date !== '2026-03-11' || name !== 'Zoe');
      expect(await till.sync(date, sellers)).toMatchObject({ json: { status: 'success', total: sellers.length } });
      await story.agrees();
    }
  });

  it('lets a manager correct with a reason, which the seller cannot undo', async () => {
    const { chain, lyon } = story;
    const [marie, tom] = [story.managerOf(lyon), story.named('Tom')];
    const corrected = { ca: 123_457, ventes: 7, articles: 11, visitors: null };
    const place = { store: lyon, date: '2026-03-10' };
    const path = `${day(lyon, place.date)}/entries/${tom.id}`;
    expect(outcomeOf(await marie.ask('PUT', path, typed(corrected)))).toBe('422 reason REQUIRED');
    const reply = await marie.does('PUT', path, { ...typed(corrected), reason: 'Ticket oublié' });
    chain.ledger.write({ ...place, ...corrected, seller: tom.id, by: 'manager' });
    story.answered(reply, lyon);
    const again = { date: place.date, ca_journalier: 1, nb_ventes: 1 };
    expect(outcomeOf(await tom.ask('POST', '/kpi/seller/entry', again))).toBe('403 ENTRY_SET_BY_MANAGER');
    await story.agrees();
  });

  it.each([
    { date: '2026-03-11', nb_prospects: 164 },
    { date: '2026-03-10', nb_prospects: 90 },
    { date: '2026-03-10', nb_prospects: null },
    { date: '2026-03-09', nb_prospects: 0 },
  ])('counts $nb_prospects visitors at the door on $date', async ({ date, nb_prospects }) => {
    const { chain, lyon } = story;
    const reply = await story.managerOf(lyon).does('PUT', `${day(lyon, date)}/footfall`, { nb_prospects });
    chain.ledger.count({ store: lyon, date }, nb_prospects);
    expect(reply.json).toMatchObject({ footfall: { value: nb_prospects } });
    story.answered(reply, lyon);
    await story.agrees();
  });

  it('lets a manager mark who is away, and close, reopen and close a day again', async () => {
    const { chain, lyon } = story;
    const [marie, tom, sam] = [story.managerOf(lyon), story.named('Tom'), story.named('Sam')];
    const place = { store: lyon, date: '2026-03-12' };
    const path = day(lyon, place.date);
    const away = await marie.does('PUT', `${path}/absences/${sam.id}`, { reason: 'leave' });
    chain.ledger.mark(place, sam.id);
    story.answered(away, lyon);
    await story.agrees();

    expect(outcomeOf(await marie.ask('POST', `${path}/validate`, {}))).toBe('409 MISSING_ENTRIES');
    const closed = await marie.does('POST', `${path}/validate`, { accept_missing: [tom.id] });
    chain.ledger.validate(place);
    story.answered(closed, lyon);
    const late = { date: place.date, ca_journalier: 12.34, nb_ventes: 1 };
    expect(outcomeOf(await tom.ask('POST', '/kpi/seller/entry', late))).toBe('403 DAY_VALIDATED');
    await story.agrees();

    const reopened = await marie.does('POST', `${path}/reopen`, { reason: 'Tom arrive' });
    chain.ledger.reopen(place);
    story.answered(reopened, lyon);
    await chain.enter(tom, place);
    await story.agrees();
    await marie.does('POST', `${path}/validate`, {});
    chain.ledger.validate(place);
    await story.agrees();
  });

  it('lets the till send a closed day again, and the owner open a figure of it', async () => {
    const { chain, annecy, till } = story;
    const [paul, ines] = [story.managerOf(annecy), story.named('Ines')];
    const place = { store: annecy, date: '2026-03-13' };
    const path = day(annecy, place.date);
    const told = () => ({ ca: 77_701, ventes: 5, articles: 9, visitors: null });
    expect(await till.sync(place.date, [ines], told)).toMatchObject({ json: { entries_updated: 1, errors: [] } });
    await story.agrees();

    await chain.owner.does('POST', `${path}/reopen`, { reason: 'Retour produit' });
    chain.ledger.reopen(place);
    const less = { ca: 70_002, ventes: 4, articles: 8, visitors: 31 };
    const body = { ...typed(less), reason: 'Retour produit' };
    expect(outcomeOf(await paul.ask('PUT', `${path}/entries/${ines.id}`, body))).toBe('403 ENTRY_LOCKED');
    await chain.owner.does('POST', `${path}/entries/${ines.id}/unlock`, { reason: 'Retour produit' });
    const reply = await paul.does('PUT', `${path}/entries/${ines.id}`, body);
    chain.ledger.write({ ...place, ...less, seller: ines.id, by: 'manager' });
    story.answered(reply, annecy);
    await story.agrees();
  });

  const goOn = async (from: string, to: string) => {
    const { chain, lyon, annecy, till } = story;
    for (const date of dates(from, to)) {
      await story.evening(date);
      for (const seller of story.teamOf(lyon, date)) await chain.enter(seller, { store: lyon, date });
      await till.sync(date, story.teamOf(annecy, date));
      await story.agrees();
    }
  };

  it('goes on when a seller moves to the other store, and what he sold stays where it was sold', async () => {
    const { chain, lyon, annecy } = story;
    await goOn('2026-03-16', '2026-03-17');
    const tom = story.named('Tom');
    // A leave that was agreed on before is nothing to a store that he has left.
    await story.managerOf(lyon).does('PUT', `${day(lyon, '2026-03-20')}/absences/${tom.id}`, { reason: 'leave' });
    chain.ledger.mark({ store: lyon, date: '2026-03-20' }, tom.id);
    await story.evening('2026-03-18');
    const moving = { store_id: annecy, manager_id: story.managerOf(annecy).id };
    const { json } = await chain.owner.does('POST', `/gerant/staff/${tom.id}/transfer`, moving);
    expect(json).toMatchObject({ user: { store_id: annecy }, entitlement: { used_seats: 5 } });
    chain.ledger.leave(tom.id, '2026-03-17');
    chain.ledger.hire(tom.id, annecy, '2026-03-18');
    await story.agrees();
    await goOn('2026-03-18', '2026-03-21');
    expect(story.teamOf(annecy, '2026-03-21')).toContain(tom);
  });

  it('ends with a seller who leaves for good, whose figures stay', async () => {
    const { chain } = story;
    const lea = story.named('Lea');
    expect(await chain.owner.does('DELETE', `/gerant/staff/${lea.id}`)).toMatchObject({
      json: { status: 'deleted', entitlement: { used_seats: 4, reserved_seats: 0, remaining_seats: 11 } },
    });
    story.gone(lea);
    expect(outcomeOf(await lea.ask('GET', '/me/home'))).toBe('401 SESSION_REVOKED');
    await checkSeats(chain, { managers: 2, coming: 0, active: 4, invited: 0 });
    await story.agrees();
    await story.night('store_months');
    await story.agrees();
  });
});
