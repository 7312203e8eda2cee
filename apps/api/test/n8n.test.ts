import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Users } from '../src/features/people/user.repository.ts';
import { Stores } from '../src/features/stores/store.repository.ts';
import { engines } from './engines.ts';
import { type NodeRequest, run, workflowAt } from './n8n.ts';
import { blocksOf, isAsWritten, requestOf } from './shell.ts';
import { type TestApp, testApp } from './test-app.ts';
import { entriesOf, type Till, tillOf } from './till.ts';

const guide = readFileSync(new URL('../../../docs/guides/n8n.md', import.meta.url), 'utf8');
const workflow = workflowAt(new URL('../../../docs/guides/n8n-workflow.json', import.meta.url));
const [sample] = blocksOf(guide, 'csv');

/** The nodes of n8n that the workflow may use, in versions that both 1.60 and today's know. */
const known: Readonly<Record<string, number>> = {
  'n8n-nodes-base.scheduleTrigger': 1.2,
  'n8n-nodes-base.httpRequest': 4.2,
  'n8n-nodes-base.extractFromFile': 1,
  'n8n-nodes-base.code': 2,
  'n8n-nodes-base.if': 2.2,
  'n8n-nodes-base.stopAndError': 1,
  'n8n-nodes-base.noOp': 1,
};

describe.each(engines)('the guide to n8n on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api, 'gerant-mode', {
      permissions: ['write:kpi', 'read:stores', 'read:stats'],
      store_ids: ['lyon', 'paris'],
    });
    for (const [id, code] of Object.entries({ lyon: 'L1', paris: 'P1' })) {
      await api.database.of(Stores).update({ id }, { set: { external_id: code, external_key: `mode:${code}` } });
    }
    for (const [id, code] of Object.entries({ lea: '17', tom: '23', ines: '41' })) {
      await api.database.of(Users).update({ id }, { set: { external_id: code, external_key: `mode:${code}` } });
    }
  });
  afterEach(() => api.close());

  it('shows in curl what is really answered', async () => {
    const variables = { PERFORMER: 'https://performer.example.com', KEY: till.secret, STORE: 'lyon', SELLER: 'lea' };
    const blocks = blocksOf(guide, 'sh');
    expect(blocks).toHaveLength(5);
    for (const { text, next } of blocks) {
      const reply = await api.app.inject(requestOf(text, variables));
      expect(reply.statusCode).toBe(200);
      const written: unknown = JSON.parse(next);
      const shown: unknown = isAsWritten(reply.json(), written) ? written : reply.json();
      expect(shown).toEqual(written);
    }
    expect(await entriesOf(api)).toMatchObject(
      new Map([['lea', { ca_journalier: 125_050, nb_prospects: 42, locked: true }]]),
    );
  });

  it('names codes of refusals that exist', () => {
    const codes = [...guide.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code = '']) => code);
    const page = readFileSync(
      new URL('../../../packages/domain/src/integrations/integration.errors.ts', import.meta.url),
      'utf8',
    );
    const lines = codes.filter((code) => /^(SELLER|STORE|ENTRY|INVALID|DATE|BEFORE|DUPLICATE)_/.test(code));
    expect(lines.length).toBeGreaterThan(14);
    expect(lines.filter((code) => !page.includes(code))).toEqual([]);
  });

  const send = async ({ method, url, headers, authenticated, body }: NodeRequest): Promise<unknown> => {
    if (url.hostname === 'till.example.com') return sample?.text;
    expect(url.origin).toBe('https://performer.example.com');
    const reply = await api.app.inject({
      method,
      url: `${url.pathname}${url.search}`,
      headers: {
        ...headers,
        ...(authenticated && { 'x-api-key': till.secret }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
    expect(reply.statusCode).toBe(200);
    return reply.json();
  };

  it('holds a workflow that sends a till’s export and tells what was refused', async () => {
    const ends = await run(workflow, '1', send);
    expect(ends.get('Tell someone')).toEqual([expect.stringMatching(/^line 3: SELLER_REQUIRED \(call id-\d+\)$/)]);
    expect(ends.get('Done')).toMatchObject([
      { status: 'success', total: 1 },
      { status: 'success', total: 1 },
    ]);
    const written = await entriesOf(api);
    expect(written).toMatchObject(
      new Map([
        ['lea', { ca_journalier: 125_050 }],
        ['tom', { ca_journalier: 98_000 }],
        ['ines', { store_id: 'paris', nb_articles: 4 }],
      ]),
    );
    expect([...(await entriesOf(api, '2025-12-14')).keys()]).toEqual(['lea']);
  });

  it('holds a workflow that may be tried again, and run again', async () => {
    const first = await run(workflow, '1', send);
    expect(await run(workflow, '1', send)).toEqual(first);
    const later = await run(workflow, '2', send);
    expect(later.get('Done')).toMatchObject([{ entries_created: 0, entries_updated: 1 }, { entries_updated: 1 }]);
    expect((await entriesOf(api)).size).toBe(3);
  });
});

describe('the workflow for n8n', () => {
  const { nodes, connections } = workflow;

  it('is made of nodes that every installation has', () => {
    for (const { type, typeVersion } of nodes) expect([type, typeVersion]).toEqual([type, known[type]]);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
  });

  it('reaches each of its nodes', () => {
    const targets = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
    const [first, ...others] = nodes.map(({ name }) => name);
    expect(targets.toSorted()).toEqual(others.toSorted());
    expect(first).toBe('Every evening');
  });

  it('is described node by node', () => {
    for (const { name } of nodes) expect(guide).toContain(name);
  });
});
