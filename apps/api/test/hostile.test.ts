import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { type Field, fieldsOf, nameOf, withValue } from './fields.ts';
import { type Ground, groundOf } from './ground.ts';
import { attackOn } from './hostile.attack.ts';
import { awkwardFor, wrongFor } from './hostile.values.ts';
import { everyEndpoint, type Named, outcome } from './walk.ts';

const placesIn = ({ endpoint }: Named): readonly Field[] => fieldsOf(endpoint).filter(({ kinds }) => kinds.length > 0);
const inBody = (named: Named) => placesIn(named).filter(({ part }) => part === 'body');
const taking = everyEndpoint.filter((named) => placesIn(named).length > 0);

describe.each(engines)('Hostile values ($name)', { timeout: 60_000 }, (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
  });
  afterAll(() => ground.api.close());

  it('are tried at every place where the contract takes a value', () => {
    const places = taking.flatMap((named) => inBody(named));
    expect(places.length).toBeGreaterThan(80);
    expect(places.filter((field) => wrongFor(field).length === 0)).toEqual([]);
  });

  it.each(taking.filter((named) => inBody(named).length > 0))(
    'of another type are refused wherever they stand in the body of $name, and write nothing',
    async (named) => {
      const attack = await attackOn(ground, named);
      const right = await attack.right();
      const before = await attack.counts();
      for (const field of inBody(named)) {
        for (const value of wrongFor(field)) {
          const answer = await attack.send(withValue(right, field, value));
          expect([nameOf(field), value, outcome(answer)]).toEqual([nameOf(field), value, '422 VALIDATION']);
        }
      }
      expect(await attack.counts()).toEqual(before);
    },
  );

  it.each(taking)('of the right type are taken or refused wherever they stand in $name', async (named) => {
    const attack = await attackOn(ground, named);
    const right = await attack.right();
    const refused: [Field, unknown][] = [];
    let [call, taken] = [right, 0];
    const start = await attack.counts();
    for (const field of placesIn(named)) {
      for (const value of awkwardFor(field)) {
        const { status } = await attack.send(withValue(call, field, value));
        if (status >= 400) refused.push([field, value]);
        else [call, taken] = [await attack.right(), taken + 1];
      }
    }
    // What was taken has written; then what was refused is tried once more by itself.
    const before = taken === 0 ? start : await attack.counts();
    for (const [field, value] of taken === 0 ? [] : refused) {
      const { status } = await attack.send(withValue(call, field, value));
      expect([nameOf(field), value, status >= 400]).toEqual([nameOf(field), value, true]);
    }
    expect(await attack.counts()).toEqual(before);
  });
});
