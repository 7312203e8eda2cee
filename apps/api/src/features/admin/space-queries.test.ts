import { describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { expectIndexed } from '../../../test/explained.ts';
import { given, paying, sub } from '../../../test/paying.ts';
import { testApp } from '../../../test/test-app.ts';
import { workspace } from '../../../test/world.ts';
import { type ObservedQuery, observed } from '../../core/database/observed.ts';

const questions = [
  ['admin', '/admin/workspaces'],
  ['admin', '/admin/workspaces?include_deleted=true&limit=1'],
  ['admin', '/admin/workspaces?q=mod'],
  ['admin', '/admin/stats'],
  ['gerant-mode', '/gerant/subscription/status'],
  ['lea', '/onboarding/progress'],
] as const;

describe.each(engines)('the questions of spaces on $name', (engine) => {
  it('use an index', async () => {
    const queries: ObservedQuery[] = [];
    const open = async () => observed(await engine.open(), (query) => queries.push(query));
    const api = await testApp({ ...engine, open }, paying);
    await given(api, sub());
    await api.records.workspaces.insert(workspace('trial', { is_demo: true }));
    for (const [who] of questions) await api.get(who, '/onboarding/progress');
    queries.length = 0;
    for (const [who, path] of questions) expect(await api.get(who, path)).toMatchObject({ status: 200 });
    const { 'x-next-cursor': cursor } = (await api.get('admin', '/admin/workspaces?limit=1')).headers;
    expect(await api.get('admin', `/admin/workspaces?limit=1&cursor=${String(cursor)}`)).toMatchObject({ status: 200 });
    await api.post('lea', '/onboarding/progress', { current_step: 1 });
    // Counting every entry of the installation reads every day of it; nothing else may.
    await expectIndexed(queries.filter(({ collection }) => collection !== 'kpi_store_days'));
    await api.close();
  });
});
