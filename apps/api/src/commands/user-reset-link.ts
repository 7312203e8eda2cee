import { Email } from '@retail-performer/domain/kernel';
import { operate } from './operate.ts';

// Usage: npm run user:reset-link -- <e-mail>. Prints a link to a new password, to be handed over by the operator.
await operate('npm run user:reset-link -- <e-mail>', process.argv[2], async ({ accounts, links }, address, trace) => {
  const token = await accounts.forgot.issueToken(Email.parse(address), trace);
  if (token === null) throw new Error('No active account has this address');
  return links.passwordReset(token);
});
