import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ObservedQuery, observed } from '../src/core/database/observed.ts';
import { callersOf } from './access.callers.ts';
import { columns } from './access.row.ts';
import { rowOf } from './access.table.ts';
import { engines } from './engines.ts';
import { expectIndexed } from './explained.ts';
import { type Ground, groundOf } from './ground.ts';
import { enlarged, grow } from './queries.growth.ts';
import { type Call, everyEndpoint, type Named, send } from './walk.ts';

/** Operations that one request may take, by the promise of the contract. */
const promised = 12;

/** What a demonstration is made of: a whole chain, its people and two years of figures. */
const building = 66;

// Commands that are rare and change much, each in one transaction: people with their sessions, seats, assignments,
// invitations and mails; and the answer shows person and seats as they are then.
const commands = {
  'people.invite': 26,
  'people.resendInvitation': 23,
  'people.cancelInvitation': 30,
  'people.editStaff': 19,
  'people.suspendStaff': 20,
  'people.reactivateStaff': 25,
  'people.transferStaff': 25,
  'people.deleteStaff': 17,
  'stores.closeStore': 14,
};

// Sign-ins count tries before and after, for address and account, and answer with the whole of `Me`.
const signIns = { 'auth.login': 17, 'auth.acceptInvitation': 25, 'auth.changePassword': 18 };

// Changes of a day lock it, sum it again, mark its month and leave a line of history.
const days = {
  'days.writeEntry': 15,
  'days.removeEntry': 22,
  'days.unlockEntry': 16,
  'days.setFootfall': 14,
  'days.setAbsence': 14,
  'days.removeAbsence': 14,
  'days.validateDay': 17,
  'days.reopenDay': 17,
};

// Screens that show, beside a period and its comparison, who is expected, who is missing and what to look at.
const screens = {
  'days.showDay': 13,
  'readings.summarizeStore': 13,
  'readings.summarizeTeam': 14,
  'network.summarizeNetwork': 22,
};

/** More than was promised: who takes how much, so that it never becomes more. */
const excepted: Readonly<Record<string, number>> = {
  ...commands,
  ...signIns,
  ...days,
  ...screens,
  'demo.openDemo': building,
};

// The columns of the access matrix whose callers differ in what they ask for.
const callers = columns.slice(0, 6);

// The platform's own number of entries is the sum of all days, which only its administrators ask for.
const mayReadAll = ({ collection, kind }: ObservedQuery) => collection === 'kpi_store_days' && kind === 'aggregate';

describe.each(engines)('The operations of every endpoint ($name)', { timeout: 60_000 }, (engine) => {
  let ground: Ground;
  const queries: ObservedQuery[] = [];
  const all: ObservedQuery[] = [];
  beforeAll(async () => {
    const open = async () => observed(await engine.open(), (query) => queries.push(query));
    ground = await groundOf({ ...engine, open });
  }, 60_000);
  afterAll(() => ground.api.close());

  const settled = async (name: string) => {
    await ground.api.services.background.idle();
    all.push(...queries.filter((query) => name !== 'admin.showStats' || !mayReadAll(query)));
    queries.length = 0;
  };

  /** How many operations each caller's success takes, by column and endpoint. */
  async function counted({ name, endpoint }: Named, change: (call: Call) => Call): Promise<Map<string, number>> {
    const row = rowOf(name);
    const found = new Map<string, number>();
    // Where anyone may call, nobody and somebody stand for all.
    const asking = endpoint.access === 'public' ? (['S', 'N'] as const) : callers;
    for (const column of asking.filter((each) => row.cells[each] === '200')) {
      for (const caller of await callersOf(column, endpoint.access, row, ground)) {
        const call = change(await row.prepare(ground, caller));
        await ground.api.services.background.idle();
        queries.length = 0;
        const answer = await send(ground.api.app, endpoint, {
          ...call,
          headers: { ...caller.headers, ...call.headers },
        });
        expect([name, column, answer.status]).toEqual([name, column, 200]);
        found.set(`${column} ${caller.who} ${name}`, queries.length);
        await settled(name);
      }
    }
    return found;
  }

  it.each(everyEndpoint)('are twelve at most in $name', async (named) => {
    // The first call of a person or key notes that it was used.
    await counted(named, (call) => call);
    for (const [who, count] of await counted(named, (call) => call)) {
      expect([who, count <= (excepted[named.name] ?? promised) ? 'as promised' : count]).toEqual([who, 'as promised']);
    }
  });

  it('are as many in a chain ten times as large', async () => {
    const walk = async (size: number) => {
      const found = new Map<string, number>();
      for (const named of everyEndpoint) {
        const counts = await counted(named, (call) => enlarged(named.name, call, size));
        for (const [who, count] of counts) found.set(who, count);
      }
      return found;
    };
    await grow(ground, { from: 0, to: 4 });
    const few = await walk(4);
    await grow(ground, { from: 4, to: 40 });
    const many = await walk(40);
    const more = [...many].filter(([who, count]) => count > (few.get(who) ?? 0));
    expect(more.map(([who, count]) => `${who}: ${few.get(who)}, then ${count}`)).toEqual([]);
  });

  it('find all that they ask for by an index, on both engines', () =>
    expect(expectIndexed(all)).resolves.toBeUndefined());
});
