import { StoreDay } from '@retail-performer/domain/kpis';
import { runnerFor } from './jobs.ts';
import { back, isOpen } from './story.arithmetic.ts';
import { type Chain, registered, type Till, tillAt } from './story.chain.ts';
import { checkOwner } from './story.checks.ts';
import { checkHead, checkSeller, checkStore } from './story.checks-store.ts';
import type { Place } from './story.ledger.ts';
import type { Person } from './story.people.ts';
import type { Reply, TestApp } from './test-app.ts';

/** What every answer about a day says of it: a whole day, or the head that a write answers with. */
const Head = StoreDay.pick({ date: true, status: true, totals: true, missing: true });

export type Course = Awaited<ReturnType<typeof courseOf>>;

/** The course of the story: its two stores, its people, and its days one after the other. */
export async function courseOf(api: TestApp, first: string) {
  api.system.moveTo(`${first}T07:00:00.000Z`);
  const chain: Chain = await registered(api);
  const [lyon, annecy] = [await chain.open('Lyon'), await chain.open('Annecy')];
  const till: Till = await tillAt(chain, annecy);
  const managers = new Map<string, Person>();
  const sellers = new Map<string, Person>();
  let today = first;

  const night = async (kind: string): Promise<void> => {
    const runner = runnerFor(api, kind);
    await runner.plan();
    await runner.work();
  };

  return {
    chain,
    lyon,
    annecy,
    till,
    night,
    managerOf: (store: string) => found(managers.get(store)),
    named: (name: string) => found(sellers.get(name)),
    teamOf: (store: string, date: string): readonly Person[] =>
      [...sellers.values()].filter(({ id }) => chain.ledger.storeOf(id, date) === store),
    /** Somebody opens the link of his invitation. */
    async join(invited: Reply): Promise<void> {
      const { role, store_id } = Object(Object(invited.json).invitation);
      const person = await chain.join(invited, first);
      if (role === 'manager') managers.set(store_id, person);
      else sellers.set(person.name, person);
    },
    /** Somebody is there no longer; figures are not expected of him from that day on. */
    gone({ id, name }: Person): void {
      chain.ledger.leave(id, back(today, 1));
      sellers.delete(name);
    },
    /** Comes to the evening of a day; the night before, the product closed what the till had told in full. */
    async evening(date: string): Promise<void> {
      const past = [...new Set([today, back(date, 1)])].map((day): Place => ({ store: annecy, date: day }));
      today = date;
      api.system.moveTo(`${date}T18:00:00.000Z`);
      await night('auto_validate');
      for (const place of past) {
        const done = place.date < date && isOpen(place.date) && chain.ledger.missingAt(place).length === 0;
        if (done) chain.ledger.validate(place);
      }
      // Months are kept in step on every second night only: what is read must not depend on it.
      if (Number(date.slice(8)) % 2 === 0) await night('store_months');
    },
    /** The head of a day that a write answered agrees with the ledger. */
    answered({ json }: Reply, store: string): void {
      checkHead(Head.parse(Object(json).day ?? json), chain.ledger, store);
    },
    /** Everything that anyone is shown today agrees with the ledger. */
    async agrees(): Promise<void> {
      for (const store of [lyon, annecy]) await checkStore({ chain, till, managers }, store, today);
      for (const seller of sellers.values()) await checkSeller(chain, seller, today);
      await checkOwner({ chain, till, managers }, today);
    },
  };
}

function found(person: Person | undefined): Person {
  if (person === undefined) throw new Error('There is nobody of that name or place');
  return person;
}
