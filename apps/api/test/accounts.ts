import type { MailRow } from '@retail-performer/domain/mail';
import { AuditLog, type AuditRow } from '../src/core/audit.ts';
import { hashPassword } from '../src/core/security/passwords.ts';
import { MailOutbox } from '../src/features/mail/outbox.repository.ts';
import type { Reply, TestApp } from './test-app.ts';

/** A password that nobody would guess. */
export const goodPassword = 'trois pommes vertes';

/** Lets someone of the two chains sign in with `goodPassword`. */
export async function givePassword({ records }: TestApp, who: string): Promise<void> {
  await records.users.note(who, { password_hash: await hashPassword(goodPassword) });
}

/** The text of one field of an answer, at a path such as `user.id`. */
export function textAt({ json }: Reply, path: string): string {
  let found: unknown = json;
  for (const key of path.split('.')) found = Object.entries(Object(found)).find(([name]) => name === key)?.[1];
  if (typeof found !== 'string') throw new Error(`No text at ${path} in ${JSON.stringify(json)}`);
  return found;
}

/** The cookies that an answer sets, as `name=value` and its attributes. */
export const cookiesOf = ({ headers }: Reply): readonly string[] =>
  [headers['set-cookie'] ?? []].flat().filter((each) => typeof each === 'string');

/** The `Cookie` header that brings them back, and the header that no foreign page can send. */
export const bringing = (reply: Reply): Readonly<Record<string, string>> => ({
  cookie: cookiesOf(reply)
    .map((each) => each.split(';')[0])
    .join('; '),
  'x-requested-with': 'web',
});

/** The lines of the audit log about one kind of deed, oldest first. */
export const audited = ({ database }: TestApp, action: AuditRow['action']): Promise<AuditRow[]> =>
  database.of(AuditLog).find({ action }, { sort: { id: 1 } });

/** The mails of one template that were written, oldest first. */
export const mailed = ({ database }: TestApp, template: MailRow['template']): Promise<MailRow[]> =>
  database.of(MailOutbox).find({ template }, { sort: { id: 1 } });

/** A call from another machine, whose address the limits count. */
export async function postFrom(
  { app }: TestApp,
  ip: string,
  path: string,
  payload: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const reply = await app.inject({ method: 'POST', url: `/api${path}`, payload, headers, remoteAddress: ip });
  const json: unknown = reply.json();
  return { status: reply.statusCode, json, headers: reply.headers };
}

/** The statuses of several answers, the best first. */
export const statusesOf = (replies: readonly Reply[]): readonly number[] =>
  replies.map(({ status }) => status).toSorted((one, two) => one - two);
