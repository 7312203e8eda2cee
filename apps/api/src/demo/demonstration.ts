import type { Outside } from '../compose.ts';
import { Users } from '../features/people/user.repository.ts';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import { demoPassword } from './chain.ts';
import { buildDemo } from './demo.ts';

/** Builds the demonstration where the settings ask for one; resolves to what is said of it at start, a line each. */
export async function demonstration(outside: Outside): Promise<readonly string[]> {
  if (!outside.config.DEMO_SEED) return [];
  switch (await buildDemo(outside)) {
    case 'other_data':
      return [];
    case 'interrupted':
      return ['The demonstration was not finished: stop, remove the data and start again to build it anew'];
    case 'built':
    case 'present':
      return [`Demonstration: everyone signs in with the password ${demoPassword}`, ...(await shownOf(outside))];
  }
}

// One account for each role and store is enough to begin with; who has gone since is not named.
async function shownOf({ database }: Outside): Promise<string[]> {
  const first = demoAccounts.filter(
    ({ role, store }, place) => demoAccounts.findIndex((each) => each.role === role && each.store === store) === place,
  );
  const emails = new Set<string | null>();
  for (const { email } of first) emails.add((await database.of(Users).findOne({ email }))?.email ?? null);
  return first.filter(({ email }) => emails.has(email)).map(lineOf);
}

const lineOf = ({ role, name, email, store }: DemoAccount): string =>
  `  ${email} (${role}: ${name}${store === null ? '' : `, ${store}`})`;
