import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { fieldsOf } from './fields.ts';
import { type Ground, groundOf } from './ground.ts';
import { attackOn, expectDecent } from './hostile.attack.ts';
import { awkwardHeaders, brokenBodies, oddBodies } from './hostile.values.ts';
import { addressOf, everyEndpoint, inject, type Named, outcome } from './walk.ts';

const takingBodies = everyEndpoint.filter(({ endpoint }) => endpoint.method !== 'GET');
// Most headers are read before, and for every endpoint alike: some endpoints stand for all.
const standIns = ['auth.me', 'auth.refresh', 'kpis.saveMyEntry', 'integrations.syncKpis', 'billing.showPrices'];
const headersOf = ({ name, endpoint: { idempotent, if_match, etag, body } }: Named) =>
  Object.entries(awkwardHeaders).filter(
    ([header]) =>
      standIns.includes(name) ||
      (header === 'idempotency-key' && idempotent) ||
      (header === 'if-match' && if_match) ||
      (header === 'if-none-match' && etag) ||
      (header === 'content-type' && body !== undefined),
  );

const withBodies = everyEndpoint.filter(({ endpoint }) => endpoint.body !== undefined);
const withQueries = everyEndpoint.filter(({ endpoint }) => endpoint.query !== undefined);
const withNames = everyEndpoint.filter(({ endpoint }) => endpoint.params !== undefined);

// All of this is read before any engine is asked: one stands for both.
describe.each(engines.slice(0, 1))('Hostile requests ($name)', { timeout: 60_000 }, (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
  });
  afterAll(() => ground.api.close());

  it.each(takingBodies)('with a body that cannot be read are refused by $name', async (named) => {
    const attack = await attackOn(ground, named);
    await attack.right();
    for (const body of brokenBodies) expect(outcome(await attack.sendRaw(body))).toBe('400 BAD_JSON');
    for (const type of ['text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded', 'text/json']) {
      const answer = await attack.sendRaw('{}', { 'content-type': type });
      expect(outcome(answer)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
    }
  });

  it.each(takingBodies.filter(({ name }) => standIns.includes(name)))(
    'of ten megabytes are refused by $name',
    async (named) => {
      const attack = await attackOn(ground, named);
      const huge = `{"a":"${'x'.repeat(10_000_000)}"}`;
      expect(outcome(await attack.sendRaw(huge))).toBe('413 BODY_TOO_LARGE');
    },
  );

  it.each(withBodies)('with a body that is nothing it asks for fail no $name', async (named) => {
    const attack = await attackOn(ground, named);
    for (const body of oddBodies) await attack.sendRaw(body);
    expect({}).not.toHaveProperty('evil');
  });

  it.each(everyEndpoint.filter((named) => headersOf(named).length > 0))(
    'with awkward headers fail no $name',
    async (named) => {
      const attack = await attackOn(ground, named);
      const outcomes = new Set<number>();
      let right = await attack.right();
      for (const [header, values] of headersOf(named)) {
        for (const value of values) {
          const { status } = await attack.send({ ...right, headers: { ...right.headers, [header]: value } });
          outcomes.add(status);
          if (status < 400 && named.endpoint.method !== 'GET') right = await attack.right();
        }
      }
      // Most of them mean nothing, and change nothing.
      expect(outcomes).toContain(200);
    },
  );

  it.each(withQueries)('that repeat or nest what is asked for fail no $name', async (named) => {
    const attack = await attackOn(ground, named);
    const { headers, ...call } = await attack.right();
    const { method, path } = named.endpoint;
    const plain = addressOf(path, { ...call, query: {} });
    const body = call.body === undefined ? {} : { payload: JSON.stringify(call.body) };
    const type = call.body === undefined ? {} : { 'content-type': 'application/json' };
    for (const { part, path: names } of fieldsOf(named.endpoint)) {
      if (part !== 'query') continue;
      const name = String(names[0]);
      const value = encodeURIComponent(call.query?.[name] ?? 'x');
      const rest = new URLSearchParams({ ...call.query, [name]: '' }).toString();
      const shapes = [`${name}=${value}&${name}=${value}`, `${name}[$ne]=${value}`, `${name}[]=${value}`, name];
      for (const shape of [...shapes, `${name}=%ff`, `${name}=%`, `${name}=${'x'.repeat(9000)}`, `__proto__=1`]) {
        const url = `${plain}?${shape}&${rest.replace(`${name}=`, 'x=')}`;
        expectDecent(await inject(ground.api.app, { method, url, headers: { ...headers, ...type }, ...body }));
      }
      const twice = `${plain}?${name}=${value}&${name}=${value}`;
      const answer = await inject(ground.api.app, { method, url: twice, headers: { ...headers, ...type }, ...body });
      expect(outcome(answer)).toBe('422 VALIDATION');
    }
  });

  it.each(withNames)('that name nothing in an address of $name find nothing', async (named) => {
    const attack = await attackOn(ground, named);
    const { headers, params = {}, ...call } = await attack.right();
    const { method, path } = named.endpoint;
    const odd = ['..%2f..%2fetc', '%00', '__proto__', 'constructor', '$ne', '%7B%22$ne%22:null%7D', '%F0%9F%A6%8A'];
    for (const name of Object.keys(params)) {
      for (const value of [...odd, '%ff', '%', '%c3%28', 'x'.repeat(201), 'x'.repeat(9000), '%20', '*']) {
        const marked = addressOf(path, { ...call, params: { ...params, [name]: 'PLACE' } });
        const url = marked.replace('PLACE', value);
        const body = call.body === undefined ? {} : { payload: JSON.stringify(call.body) };
        const type = call.body === undefined ? {} : { 'content-type': 'application/json' };
        const answer = await inject(ground.api.app, { method, url, headers: { ...headers, ...type }, ...body });
        expectDecent(answer);
        const isDay = name === 'date' && answer.status === 422;
        expect([value, answer.status]).toEqual([value, isDay ? 422 : 404]);
      }
    }
  });
});
