import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowOf } from './access.table.ts';
import { type AnyRow, dumpOf, dumpOfWorkspace } from './dump.ts';
import { engines } from './engines.ts';
import { fieldsOf, withValue } from './fields.ts';
import { type Ground, groundOf, type Home, mode } from './ground.ts';
import { plant, saidBy, tellsOf } from './tenancy.marks.ts';
import { type Call, everyEndpoint, type Named, outcome, send } from './walk.ts';

// Paul manages Paris, in the chain whose store in Lyon is none of his.
const paris: Home = { ...mode, manager: 'paul', seller: 'ines', store: 'paris' };
const walked = everyEndpoint.filter(
  ({ endpoint: { access } }) => access === 'signed_in' || (Array.isArray(access) && access.includes('manager')),
);
const isOfLyon = ({ id, store_id, seller_id, user_id }: AnyRow['row']) =>
  id === 'lyon' ||
  store_id === 'lyon' ||
  [seller_id, user_id].some((who) => ['lea', 'tom', 'marie'].includes(String(who)));

const atStore = { part: 'params', path: ['store_id'] } as const;
const placeOf = ({ endpoint }: Named) => fieldsOf(endpoint).find(({ path }) => path.includes('store_id'));

describe.each(engines)('A colleague’s store ($name)', { timeout: 30_000 }, (engine) => {
  let ground: Ground;
  let before: readonly AnyRow[];
  let tells: (text: string) => readonly string[];
  let headers: Readonly<Record<string, string>>;

  const ofLyon = async () => (await dumpOfWorkspace(ground.api, mode.workspace)).filter(({ row }) => isOfLyon(row));

  beforeAll(async () => {
    ground = await groundOf(engine);
    await plant(ground);
    headers = await ground.bearer('paul');
    before = await ofLyon();
    tells = tellsOf(await dumpOf(ground.api), isOfLyon);
  }, 60_000);
  afterAll(() => ground.api.close());

  const ask = async ({ name, endpoint }: Named, home: Home, change = (call: Call) => call) => {
    const call = change(await rowOf(name).prepare(ground, { home, who: 'paul' }));
    return send(ground.api.app, endpoint, { ...call, headers: { ...headers, ...call.headers } });
  };

  it('has left something of every kind, by which an answer would betray it', () => {
    expect(new Set(before.map(({ collection }) => collection)).size).toBeGreaterThan(8);
    expect(tells('{"id":"lyon","seller_id":"lea","other":"paris"}')).toEqual(['lyon', 'lea']);
  });

  it.each(walked)('is shown to no other manager by $name', async (named) => {
    const answer = await ask(named, paris);
    expect(answer.status).toBe(200);
    // What the whole chain shares may be shown: its name.
    expect(tells(saidBy(answer)).filter((each) => each !== 'Zaubermarke')).toEqual([]);
  });

  it.each(walked.filter((named) => placeOf(named) !== undefined))(
    'is refused without a word about it by $name',
    async (named) => {
      const naming = (id: string) => (call: Call) => withValue(call, placeOf(named) ?? atStore, id);
      const answer = await ask(named, paris, naming('lyon'));
      expect(outcome(answer)).toBe('403 STORE_FORBIDDEN');
      expect(tells(saidBy(answer))).toEqual([]);
      expect(outcome(await ask(named, paris, naming('nowhere')))).toBe('404 NOT_FOUND');
    },
  );

  it('is what it was after all of that', async () => expect(await ofLyon()).toEqual(before));
});
