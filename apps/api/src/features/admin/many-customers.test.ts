import { describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { testApp } from '../../../test/test-app.ts';
import { store, user, workspace } from '../../../test/world.ts';
import { compose } from '../../compose.ts';
import type { ActorOf } from '../../core/actor.ts';
import { readConfig } from '../../core/config.ts';
import { observed } from '../../core/database/observed.ts';
import { Users } from '../people/user.repository.ts';
import { Stores } from '../stores/store.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';

const admin: ActorOf<'super_admin'> = {
  role: 'super_admin',
  user_id: 'admin',
  session_id: 'session',
  locale: 'fr',
  is_demo: false,
  trace: { request_id: 'request', ip_prefix: null },
};
const all = { include_deleted: false, q: '', limit: 1000 };
const second = (place: number) => String(place % 60).padStart(2, '0');

describe.each(engines)('a thousand customers, on $name', (engine) => {
  it('take as many reads as two, and every page holds each of them once', async () => {
    const api = await testApp(engine, paying);
    const reads: string[] = [];
    const database = observed(api.database, ({ collection, kind }) => reads.push(`${kind} ${collection}`));
    const config = readConfig({ APP_ENV: 'test', ...paying });
    const service = compose({ database, system: api.system, config }).admin;

    await given(api, sub());
    expect((await service.listWorkspaces(admin, all)).items).toHaveLength(2);
    const few = reads.splice(0);
    expect(few).toEqual(['find workspaces', 'aggregate users', 'find stores', 'find subscriptions']);

    const ids = Array.from({ length: 998 }, (_, place) => `chain-${String(place).padStart(3, '0')}`);
    // Sixty instants for a thousand rows: nearly every order is a tie.
    await api.database
      .of(Workspaces)
      .insert(ids.map((id, place) => workspace(id, { created_at: `2025-02-01T08:00:${second(place)}.000Z` })));
    await api.database.of(Users).insert(ids.map((id) => user(`gerant-${id}`, 'gerant', { workspace_id: id })));
    await api.database.of(Stores).insert(ids.flatMap((id) => [store(`${id}-a`, id), store(`${id}-b`, id)]));

    const whole = await service.listWorkspaces(admin, all);
    expect(reads.splice(0)).toEqual(few);
    expect(whole.items).toHaveLength(1000);
    expect(whole.next_cursor).toBeNull();
    expect(whole.items.filter(({ gerant, id }) => gerant?.id === `gerant-${id}`)).toHaveLength(1000);

    const seen: string[] = [];
    for (let cursor: string | undefined, page = 0; page < 7; page++) {
      const { items, next_cursor } = await service.listWorkspaces(admin, { ...all, limit: 150, cursor });
      seen.push(...items.map(({ id }) => id));
      cursor = next_cursor ?? undefined;
      if (next_cursor === null) break;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
    reads.splice(0);
    await service.showStats(admin);
    expect(reads).toHaveLength(5);
    await api.close();
  });
});
