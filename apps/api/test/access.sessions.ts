import type { UserRow } from '@retail-performer/domain/people';
import { goodPassword } from './accounts.ts';
import { invitationTo, resetOf } from './access.accounts.ts';
import { type Prepare, type Row, row, rows } from './access.row.ts';
import type { Ground } from './ground.ts';
import type { Call } from './walk.ts';

/** Someone with the ties of a caller whose sessions, password and name may be spent. */
async function twinOf(ground: Ground, who: string): Promise<UserRow> {
  const found = await ground.api.records.users.get(who);
  if (found === null) throw new Error(`Nobody is ${who}`);
  const { role, workspace_id, gerant_id, store_id } = found;
  return ground.newcomer({ role, workspace_id, gerant_id, store_id });
}

const asTwin =
  (call: Call, set: Partial<UserRow> = {}): Prepare =>
  async (ground, { who }) => {
    if (who === null) return call;
    const { id } = await twinOf(ground, who);
    const headers = await ground.bearer(id);
    if (set.status !== undefined) await ground.api.records.users.update(id, set);
    return { ...call, headers };
  };

const spent = (call: Call = {}): Row =>
  row(rows.signedIn, asTwin(call), { suspended: asTwin(call, { status: 'suspended' }) });

// Callers beside the people of the store name a session that is not theirs; sessions of twins, so that nobody has
// too many.
const someSession =
  (set: Partial<UserRow> = {}): Prepare =>
  async (ground, { home, who }) => {
    const own = who !== null && ['admin', home.gerant, home.manager, home.seller].includes(who);
    const { id } = await twinOf(ground, own ? who : home.seller);
    const { session_id } = await ground.session(id);
    const headers = own ? await ground.bearer(id) : {};
    if (set.status !== undefined) await ground.api.records.users.update(id, set);
    return { params: { session_id }, headers };
  };

/** Rows P03 to P09. */
export const sessionRows = {
  'auth.logoutAll': spent(),
  'auth.listSessions': row(rows.signedIn, () => ({ query: { limit: '10' } })),
  'auth.endSession': row('200 200 200 200 401 401 404 404 401 200', someSession(), {
    codes: { O: 'NOT_FOUND' },
    suspended: someSession({ status: 'suspended' }),
  }),
  'auth.editMe': spent({ body: { name: 'Noé Blanc', phone: '06 12 34 56 78', email: 'x@shop.example' } }),
  'auth.changePassword': spent({ body: { current_password: goodPassword, new_password: 'sept cerises mûres' } }),
  'auth.verifyInvitation': row(rows.anyone, async (ground, { home }) => ({
    body: { invitation_token: await invitationTo(ground, home) },
  })),
  'auth.verifyReset': row(
    '200 200 200 200 200 200 – – 400 200',
    async (ground, { home }) =>
      resetOf(ground, (await ground.newcomer({ workspace_id: home.workspace, store_id: home.store })).email),
    {
      codes: { X: 'RESET_TOKEN_INVALID' },
      async suspended(ground) {
        const { id, email } = await ground.newcomer();
        const call = await resetOf(ground, email);
        await ground.api.records.users.update(id, { status: 'suspended' });
        return call;
      },
    },
  ),
} as const satisfies Readonly<Record<string, Row>>;
