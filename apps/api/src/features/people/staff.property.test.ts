import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../test/chain-rules.ts';
import { engines } from '../../../test/engines.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { invited, sentLongAgo, staff } from '../../../test/staff.ts';
import { type Reply, testApp } from '../../../test/test-app.ts';
import { Stores } from '../stores/store.repository.ts';
import { StoreAssignments } from './assignment.repository.ts';
import { Invitations } from './invitation.repository.ts';
import { Users } from './user.repository.ts';

const seats = 6;
const storeId = fc.constantFrom('lyon', 'paris', 'reunion');
const pick = fc.nat(30);
const role = fc.constantFrom('seller', 'seller', 'manager');

const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ deed: fc.constant('invite' as const), role, store: storeId }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('accept' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constantFrom('resend', 'cancel'), pick }) },
  { weight: 4, arbitrary: fc.record({ deed: fc.constantFrom('suspend', 'remove', 'entry'), pick }) },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: fc.constantFrom('reactivate', 'transfer'),
      pick,
      store: storeId,
      coach: fc.option(pick),
      bare: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ deed: fc.constant('coach' as const), pick, coach: fc.option(pick) }) },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('close' as const), store: storeId }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('reopen' as const), store: storeId }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 200 }) }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** A chain that obeys commands about whoever is there, and keeps the secrets of its invitations. */
async function chainOn(engine: (typeof engines)[number]) {
  const api = await testApp(engine, paying);
  await given(api, sub({ seats, current_period_end: '2027-01-01T00:00:00.000Z' }));
  const tokens = new Map<string, string>();
  const person = async (place: number) => {
    const people = await api.database.of(Users).find({ workspace_id: 'mode' }, { sort: { id: 1 } });
    return people[place % people.length]?.id ?? 'nobody';
  };
  const invitation = async (place: number) => {
    const all = await api.database.of(Invitations).find({ workspace_id: 'mode' }, { sort: { id: 1 } });
    return all.length === 0 ? 'none' : (all[place % all.length]?.id ?? 'none');
  };
  return { api, tokens, person, invitation };
}
type Chain = Awaited<ReturnType<typeof chainOn>>;

async function obey({ api, tokens, person, invitation }: Chain, said: Command): Promise<Reply | null> {
  const of = staff(api);
  switch (said.deed) {
    case 'invite': {
      const made = await invited(api, { role: said.role, store_id: said.store }).catch(() => null);
      if (made !== null) tokens.set(made.invitation_id, made.token);
      return null;
    }
    case 'accept': {
      const id = await invitation(said.pick);
      const email = `${id}@new.example`;
      const body = { invitation_token: tokens.get(id) ?? 'lost', email, password: 'sept cerises mûres' };
      return api.post(null, '/auth/register/invitation', body);
    }
    case 'resend': {
      const id = await invitation(said.pick);
      await sentLongAgo(api, id);
      const reply = await of.resend(id);
      tokens.set(id, String(Object(reply.json).invitation_url).split('#')[1] ?? '');
      return reply;
    }
    case 'cancel':
      return of.cancel(await invitation(said.pick));
    case 'suspend':
    case 'remove':
      return of[said.deed](await person(said.pick));
    case 'entry': {
      const day = api.system.now().toISOString().slice(0, 10);
      return api.post(await person(said.pick), '/kpi/seller/entry', { date: day, ca_journalier: 10, nb_ventes: 1 });
    }
    case 'reactivate':
    case 'transfer': {
      const manager_id = said.coach === null ? null : await person(said.coach);
      const body = said.bare && said.deed === 'reactivate' ? {} : { store_id: said.store, manager_id };
      return of[said.deed](await person(said.pick), body);
    }
    case 'coach':
      return of.edit(await person(said.pick), { manager_id: said.coach === null ? null : await person(said.coach) });
    case 'close':
    case 'reopen':
      return of[said.deed](said.store);
    case 'wait':
      api.system.moveTo(new Date(api.system.now().getTime() + said.hours * 3_600_000).toISOString());
      return null;
  }
}

describe.each(engines)('Whatever owners do with their people ($name)', (engine) => {
  it('keeps seats, places and coaches in order', async () => {
    const deeds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 30 }), async (commands) => {
        const chain = await chainOn(engine);
        try {
          for (const said of commands) {
            const reply = await obey(chain, said);
            expect(reply?.status ?? 200).toBeLessThan(500);
            expect(await brokenRules(chain.api, seats)).toEqual([]);
            if (reply?.status === 200) deeds.set(said.deed, (deeds.get(said.deed) ?? 0) + 1);
          }
        } finally {
          await chain.api.close();
        }
      }),
      { numRuns: 10 },
    );
    // The rules were put to the test by deeds that were done.
    expect(deeds.size).toBeGreaterThan(5);
  }, 120_000);

  it('would be noticed if it were not', async () => {
    const api = await testApp(engine);
    expect(await brokenRules(api, 4)).toEqual([]);
    await api.database.of(Users).update({ id: 'lea' }, { set: { store_id: 'paris' } });
    expect(await brokenRules(api, 3)).toEqual([
      'lea works where his assignments say',
      'lea has a coach of his store',
      '4 seats are taken of 3',
    ]);
    await api.database.of(StoreAssignments).update({ user_id: 'tom' }, { set: { to_date: '2025-01-01' } });
    await api.database.of(Stores).update({ id: 'paris' }, { set: { status: 'closed', manager_id: 'marie' } });
    expect(await brokenRules(api, 4)).toEqual(
      expect.arrayContaining(['tom has days', 'ines has a store', 'paris is led by a manager of its own']),
    );
    await api.close();
  });
});
