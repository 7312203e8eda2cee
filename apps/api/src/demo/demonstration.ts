import type { Outside } from '../compose.ts';
import { demoAccounts } from './accounts.ts';
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
      return [`Demonstration: everyone signs in with the password ${demoPassword}`, ...shown.map(account)];
  }
}

// One account for each role and store is enough to begin with.
const shown = demoAccounts.filter(
  ({ role, store }, place) => demoAccounts.findIndex((each) => each.role === role && each.store === store) === place,
);

const account = ({ role, name, email, store }: (typeof demoAccounts)[number]): string =>
  `  ${email} (${role}: ${name}${store === null ? '' : `, ${store}`})`;
