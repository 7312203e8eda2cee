// What must not compile. Nothing here runs: the checks of the types read it.
import { endpoints } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import type { ActorOf } from '../src/core/actor.ts';
import type { Mount } from '../src/core/http/mount.ts';
import type { Scope } from '../src/core/scope.ts';
import type { StoreRepository } from '../src/features/stores/store.repository.ts';

const table = endpoints({
  mine: { method: 'GET', path: '/mine', access: ['seller'], summary: '', reply: z.object({ n: z.number() }) },
  open: { method: 'GET', path: '/open', access: 'public', summary: '', reply: z.object({ n: z.number() }) },
});
const answer = async () => ({ n: 1 });

export function anEndpointWithoutHandler(mount: Mount): void {
  mount(table, { mine: answer, open: answer });
  // @ts-expect-error nobody answers `open`
  mount(table, { mine: answer });
  // @ts-expect-error the contract promises a number
  mount(table, { mine: async () => ({ n: 'one' }), open: answer });
}

export function aHandlerForOtherPeople(
  mount: Mount,
  asGerant: (actor: ActorOf<'gerant'>) => Promise<{ n: number }>,
): void {
  // @ts-expect-error a seller is no gérant
  mount(table, { mine: ({ actor }) => asGerant(actor), open: answer });
  // @ts-expect-error nobody is signed in there
  mount(table, { mine: answer, open: async ({ actor }) => ({ n: actor.store_ids.length }) });
}

export function aForgedScope(stores: StoreRepository): void {
  // @ts-expect-error only core/scope.ts grants a scope
  const forged: Scope = { sees: 'platform' };
  void stores.find(forged, 'lyon');
  // @ts-expect-error an id alone finds nothing
  void stores.find('lyon');
}
