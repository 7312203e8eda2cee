import { DemoVisit } from '@retail-performer/domain/demo';
import { type Prepare, type Row, row, rows } from './access.row.ts';
import { type Ground, mode, sport } from './ground.ts';
import { type Answer, endpointNamed, send } from './walk.ts';

const visits = new WeakMap<Ground, Promise<readonly [DemoVisit, DemoVisit]>>();

/** The owners of two demonstrations, the same ones for a whole walk. */
function visitorsOf(ground: Ground): Promise<readonly [DemoVisit, DemoVisit]> {
  const open = async () => DemoVisit.parse((await ground.api.post(null, '/demo/session', { role: 'gerant' })).json);
  const known = visits.get(ground) ?? Promise.all([open(), open()]);
  visits.set(ground, known);
  return known;
}

/** The header by which a visitor of a demonstration calls. */
export const visitorsBearer = async (ground: Ground): Promise<Readonly<Record<string, string>>> => {
  const [{ token }] = await visitorsOf(ground);
  return { authorization: `Bearer ${token}` };
};

/** The answer to a visitor who goes on as someone else. */
export async function switched(ground: Ground): Promise<Answer> {
  const call = await asVisitor(ground, { home: sport, who: sport.seller });
  return send(ground.api.app, endpointNamed('demo.switchPerson'), call);
}

const isOf = ({ gerant, manager, seller }: typeof mode, who: string) => [gerant, manager, seller].includes(who);

// Whoever is of the other chain calls as a visitor, and names a store of another demonstration in that column.
const asVisitor: Prepare = async (ground, { home, who }) => {
  if (who === null || !isOf(sport, who)) return { body: { role: 'seller' } };
  const [visitor, other] = await visitorsOf(ground);
  const [store] = (home === mode ? other : visitor).demo.stores;
  return { body: { role: 'seller', store_id: store?.id }, headers: await visitorsBearer(ground) };
};

/** Rows P57 and P58. */
export const demoRows = {
  'demo.openDemo': row(rows.anyone, () => ({ body: { role: 'seller', locale: 'fr' } })),
  'demo.switchPerson': row('403 403 403 403 401 401 404 – 401 –', asVisitor),
} as const satisfies Readonly<Record<string, Row>>;
