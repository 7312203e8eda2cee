import type { Role } from '@retail-performer/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowOf } from './access.table.ts';
import { type AnyRow, dumpOf, dumpOfWorkspace } from './dump.ts';
import { engines } from './engines.ts';
import { type Field, fieldsOf, nameOf, withValue } from './fields.ts';
import { type Ground, groundOf, mode, sport } from './ground.ts';
import { belongsTo, plant, saidBy, tellsOf } from './tenancy.marks.ts';
import { type Answer, type Call, everyEndpoint, type Named, send } from './walk.ts';

// The mails of a development installation are those of everybody who tries it out.
const walked = everyEndpoint.filter(({ name }) => name !== 'mail.listDevMails');

// Where a careless copy of a body would find whose the written thing is.
const undeclared = {
  id: 'lyon',
  workspace_id: 'mode',
  gerant_id: 'gerant-mode',
  manager_id: 'marie',
  store_id: 'lyon',
  seller_id: 'lea',
  user_id: 'lea',
} as const;

// The collections that further names of ids point to.
const pointingTo: Readonly<Record<string, string>> = {
  key_id: 'api_keys',
  sync_id: 'sync_logs',
  invitation_id: 'invitations',
  session_id: 'sessions',
  closure_id: 'store_closures',
  event_id: 'store_events',
};

interface Stranger {
  readonly role: Role | 'api_key' | null;
  readonly who: string | null;
  readonly headers: Readonly<Record<string, string>>;
}
const nobody: Stranger = { role: null, who: null, headers: {} };

describe.each(engines)('Another chain ($name)', { timeout: 30_000 }, (engine) => {
  let ground: Ground;
  let before: readonly AnyRow[];
  let tells: (text: string) => readonly string[];
  let strangers: readonly Stranger[];
  let first: ReadonlyMap<string, string>;

  const ofMode = async () =>
    (await dumpOfWorkspace(ground.api, mode.workspace)).filter(({ row }) => belongsTo(mode)(row));

  beforeAll(async () => {
    ground = await groundOf(engine);
    await plant(ground);
    strangers = [{ role: 'api_key', who: null, headers: { 'x-api-key': await ground.key(sport) } }];
    for (const role of ['gerant', 'manager', 'seller'] as const) {
      strangers = [...strangers, { role, who: sport[role], headers: await ground.bearer(sport[role]) }];
    }
    await ground.api.services.background.idle();
    tells = tellsOf(await dumpOf(ground.api), belongsTo(mode));
    before = await ofMode();
    first = new Map(before.toReversed().map(({ collection, row }) => [collection, String(row['id'])]));
  }, 60_000);
  afterAll(() => ground.api.close());

  const ask = async (
    { name, endpoint }: Named,
    { who, headers }: Stranger,
    change = (call: Call) => call,
  ): Promise<Answer> => {
    const call = change(await rowOf(name).prepare(ground, { home: sport, who }));
    return send(ground.api.app, endpoint, { ...call, headers: { ...headers, ...call.headers } });
  };
  /** Those who may call an endpoint, each for what is his own. */
  const strangersAt = ({ endpoint: { access } }: Named): readonly Stranger[] => {
    if (access === 'public') return [nobody];
    if (access === 'signed_in' || access === 'demo') return strangers.filter(({ role }) => role !== 'api_key');
    const named: readonly string[] = 'api_key' in access ? ['api_key'] : access;
    return strangers.filter(({ role }) => role !== null && named.includes(role));
  };
  const idsAt = ({ path }: Field): readonly string[] => [
    ...Object.values(mode),
    ...path.flatMap((name) => first.get(pointingTo[name] ?? '') ?? []),
  ];

  it('has left something of every kind, by which an answer would betray it', () => {
    const kinds = new Set(before.map(({ collection }) => collection));
    for (const kind of ['users', 'stores', 'kpi_entries', 'api_keys', 'invitations', 'sessions', 'sync_logs']) {
      expect(kinds).toContain(kind);
    }
    expect(tells('{"id":"lyon","email":"lea@shop.example"}')).toEqual(['lyon', 'lea@shop.example']);
    expect(tells('{"id":"nice","name":"nice"}')).toEqual([]);
  });

  it.each(walked)('shows in no answer of $name', async (named) => {
    const callers = named.endpoint.access === 'public' ? [nobody] : [nobody, ...strangers];
    for (const stranger of callers) expect(tells(saidBy(await ask(named, stranger)))).toEqual([]);
  });

  it.each(walked.flatMap((named) => placesOfIds(named).map((field) => ({ ...named, field, place: nameOf(field) }))))(
    'is as unknown as anything at $place of $name',
    async ({ field, ...named }) => {
      for (const stranger of strangersAt(named)) {
        const unknown = await ask(named, stranger, (call) => withValue(call, field, 'nowhere'));
        for (const id of idsAt(field)) {
          const foreign = await ask(named, stranger, (call) => withValue(call, field, id));
          expect(saidOf(foreign, id)).toEqual(saidOf(unknown, 'nowhere'));
          expect(tells(saidBy(foreign).replaceAll(id, ''))).toEqual([]);
        }
      }
    },
  );

  it.each(walked)('is not reached by ids that $name does not ask for', async (named) => {
    const declared = new Set(fieldsOf(named.endpoint).flatMap(({ path }) => path.slice(0, 1)));
    const stray = Object.fromEntries(Object.entries(undeclared).filter(([name]) => !declared.has(name)));
    for (const stranger of strangersAt(named)) {
      const plain = await ask(named, stranger);
      const strayed = await ask(named, stranger, ({ body, query, ...call }) => ({
        ...call,
        query: { ...stray, ...query },
        body: body === undefined || Array.isArray(body) ? body : { ...stray, ...Object(body) },
      }));
      expect(saidOf(strayed, '')).toEqual(saidOf(plain, ''));
      expect(tells(saidBy(strayed))).toEqual([]);
    }
  });

  it('shows in no answer to addresses of its people, which others may type', async () => {
    const body = { email: 'lea@shop.example', password: 'quatre prunes rouges', name: 'Ana', company_name: 'Ana' };
    for (const named of walked.filter(({ name }) => /^auth\.(login|register|forgotPassword)$/.test(name))) {
      expect(tells(saidBy(await ask(named, nobody, (call) => ({ ...call, body }))))).toEqual([]);
    }
    await ground.api.services.background.idle();
  });

  it('is what it was after all of that', async () => {
    // A link to a new password was asked for, as anyone may.
    const asked = ['mail_outbox', 'password_resets', 'audit_log'];
    const left = (rows: readonly AnyRow[]) => rows.filter(({ collection }) => !asked.includes(collection));
    expect(left(await ofMode())).toEqual(left(before));
  });
});

// A code of the caller's own is no id of ours.
const isId = (name: string | number) => /(^|_)ids?$/.test(String(name)) && name !== 'external_id';

/** Every place of a request where an id stands. */
function placesOfIds({ endpoint }: Named): readonly Field[] {
  return fieldsOf(endpoint).filter(
    ({ part, path, kinds }) => kinds.includes('string') && (part === 'params' || path.some(isId)),
  );
}

/** What an answer says, apart from the id that was sent; of a success only what it refused. */
function saidOf({ status, json }: Answer, id: string): unknown {
  const { request_id: _, ...problem } = Object(json);
  const said = status < 400 ? { errors: problem.errors, total: problem.total } : problem;
  return [status, JSON.stringify(said).replaceAll(`"${id}"`, '"the id"')];
}
