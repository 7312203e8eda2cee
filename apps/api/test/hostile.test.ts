import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { type Field, fieldsOf, nameOf, withValue } from './fields.ts';
import { type Ground, groundOf } from './ground.ts';
import { type Attack, attackOn } from './hostile.attack.ts';
import { awkwardFor, wrongFor } from './hostile.values.ts';
import { everyEndpoint, outcome } from './walk.ts';

const places = everyEndpoint.flatMap((named) =>
  fieldsOf(named.endpoint).map((field) => ({ ...named, field, place: nameOf(field) })),
);
const inBodies = places.filter(({ field }) => field.part === 'body' && field.kinds.length > 0);

describe.each(engines)('Hostile values ($name)', (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
  });
  afterAll(() => ground.api.close());

  it('are tried at every place where the contract takes a value', () => {
    expect(places.length).toBeGreaterThan(80);
    expect(inBodies.filter(({ field }) => wrongFor(field).length === 0)).toEqual([]);
  });

  it.each(inBodies)(
    'of another type are refused at $place of $name, and write nothing',
    async ({ field, ...named }) => {
      const attack = await attackOn(ground, named);
      const right = await attack.right();
      await attack.leaving(async () => {
        for (const value of wrongFor(field)) {
          const answer = await attack.send(withValue(right, field, value));
          expect([value, outcome(answer)]).toEqual([value, '422 VALIDATION']);
        }
      });
    },
  );

  it.each(places)('of its type are taken or refused at $place of $name', async ({ field, ...named }) => {
    const attack = await attackOn(ground, named);
    const refused = await refusedAt(attack, field);
    // Whoever prepares a right call may write; the refused ones, sent again, must not.
    const right = await attack.right();
    await attack.leaving(async () => {
      for (const value of refused) {
        const { status } = await attack.send(withValue(right, field, value));
        expect([value, status >= 400]).toEqual([value, true]);
      }
    });
  });

  async function refusedAt(attack: Attack, field: Field): Promise<readonly unknown[]> {
    const refused: unknown[] = [];
    let right = await attack.right();
    for (const value of awkwardFor(field)) {
      const { status } = await attack.send(withValue(right, field, value));
      if (status >= 400) refused.push(value);
      else right = await attack.right();
    }
    return refused;
  }
});
