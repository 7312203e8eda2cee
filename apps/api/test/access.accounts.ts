import { goodPassword, textAt } from './accounts.ts';
import { bare, type Prepare, type Row, row, rows } from './access.row.ts';
import type { Ground, Home } from './ground.ts';

const trace = { request_id: 'request', ip_prefix: null };
const address = (ground: Ground) => `person-${ground.fresh()}@shop.example`;
const emailOf = (who: string) => `${who}@shop.example`;

const credentials = (email: string) => ({ body: { email, password: goodPassword } });

const registration = (email: string) => ({
  body: { name: 'Noé Blanc', email, password: 'sept cerises mûres', company_name: 'Maison Blanc' },
});

/** The token of a new invitation by link to a store of a chain. */
export async function invitationTo(ground: Ground, home: Home): Promise<string> {
  const body = { name: 'Ana', role: 'seller', channel: 'link', store_id: home.store };
  const reply = await ground.whileWritable(home, () => ground.post(home.gerant, '/gerant/invitations', body));
  return textAt(reply, 'invitation_url').split('#')[1] ?? '';
}

const acceptance = async (ground: Ground, home: Home, email: string) => ({
  body: { invitation_token: await invitationTo(ground, home), email, password: 'sept cerises mûres' },
});

export async function resetOf(ground: Ground, email: string) {
  const token = await ground.api.services.accounts.forgot.issueToken(email, trace);
  return { body: { token, new_password: 'sept cerises mûres' } };
}

const ownSession: Prepare = async (ground, { who }) => {
  if (who === null) return { body: {} };
  const { token, refresh_token } = await ground.session(who);
  // A session of its own: the caller's other calls go on.
  return { body: { refresh_token }, headers: { authorization: `Bearer ${token}` } };
};

const suspendedSession: Prepare = async (ground) => {
  const { id } = await ground.newcomer();
  const { refresh_token } = await ground.session(id);
  await ground.api.records.users.update(id, { status: 'suspended' });
  return { body: { refresh_token } };
};

/** Rows 1 to 6, P01, P02 and P60. */
export const accountRows = {
  'auth.login': row(
    '200 200 200 200 200 200 – – 403 200',
    (_, { home, who }) => credentials(emailOf(who ?? home.seller)),
    {
      codes: { X: 'ACCOUNT_SUSPENDED' },
      suspended: async (ground) => credentials((await ground.newcomer({ status: 'suspended' })).email),
    },
  ),
  'auth.register': row('200 200 200 200 200 200 – – 409 200', (ground) => registration(address(ground)), {
    codes: { X: 'EMAIL_IN_USE' },
    suspended: async (ground) => registration((await ground.newcomer({ status: 'suspended' })).email),
  }),
  'auth.acceptInvitation': row(
    '200 200 200 200 200 200 – – 409 403',
    (ground, { home }) => acceptance(ground, home, address(ground)),
    {
      codes: { X: 'EMAIL_IN_USE' },
      suspended: async (ground, { home }) =>
        acceptance(ground, home, (await ground.newcomer({ status: 'suspended' })).email),
    },
  ),
  'auth.forgotPassword': row(rows.anyone, (_, { home }) => ({ body: { email: emailOf(home.seller) } }), {
    suspended: async (ground) => ({ body: { email: (await ground.newcomer({ status: 'suspended' })).email } }),
  }),
  'auth.resetPassword': row(
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
  'auth.me': row(rows.signedIn, bare),
  'auth.refresh': row('200 200 200 200 401 401 – – 401 200', ownSession, {
    suspended: suspendedSession,
  }),
  'auth.logout': row(rows.anyone, ownSession, { suspended: suspendedSession }),
  'mail.listDevMails': row(rows.anyone, bare),
} as const satisfies Readonly<Record<string, Row>>;
