import { array, assert, asyncProperty, constantFrom, dictionary, jsonValue, oneof, string, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { fieldsOf, withValue } from './fields.ts';
import { type Ground, groundOf } from './ground.ts';
import { attackOn } from './hostile.attack.ts';
import { everyEndpoint } from './walk.ts';

// The same cases each time; where a password is hashed, fewer.
const runs = (name: string) => ({ seed: 20_251_215, numRuns: name.startsWith('auth.') ? 6 : 15 });

const anyJson = jsonValue({ maxDepth: 3, stringUnit: 'binary' });
const anyText = string({ maxLength: 60, unit: 'binary' });

const withBodies = everyEndpoint.filter(({ endpoint }) => endpoint.body !== undefined);
const withQueries = everyEndpoint.filter(({ endpoint }) => endpoint.query !== undefined);

describe.each(engines)('Whatever is sent ($name)', { timeout: 60_000 }, (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
  });
  afterAll(() => ground.api.close());

  it.each(withBodies)('as the body, $name answers decently', async (named) => {
    const attack = await attackOn(ground, named);
    const right = await attack.right();
    const answered = asyncProperty(anyJson, async (body) => {
      await attack.send({ ...right, body });
    });
    await expect(assert(answered, runs(named.name))).resolves.toBeUndefined();
  });

  it.each(withBodies)('at some places of a right body, $name answers decently', async (named) => {
    const attack = await attackOn(ground, named);
    const right = await attack.right();
    const fields = fieldsOf(named.endpoint).filter(({ part }) => part === 'body');
    const changes = array(tuple(constantFrom(...fields), anyJson), { minLength: 1, maxLength: 3 });
    const answered = asyncProperty(changes, async (some) => {
      await attack.send(some.reduce((call, [field, value]) => withValue(call, field, value), right));
    });
    await expect(assert(answered, runs(named.name))).resolves.toBeUndefined();
  });

  it.each(withQueries)('in the address, $name answers decently', async (named) => {
    const attack = await attackOn(ground, named);
    const right = await attack.right();
    const names = fieldsOf(named.endpoint).flatMap(({ part, path }) => (part === 'query' ? String(path[0]) : []));
    const queries = dictionary(oneof(constantFrom(...names), anyText), anyText, { maxKeys: 4 });
    const answered = asyncProperty(queries, async (query) => {
      await attack.send({ ...right, query: { ...right.query, ...query } });
    });
    await expect(assert(answered, runs(named.name))).resolves.toBeUndefined();
  });
});
