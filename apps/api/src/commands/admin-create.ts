import { operate } from './operate.ts';

// Usage: npm run admin:create -- <e-mail> [name]. Prints a link by which the administrator chooses his password.
const [email, name = 'Administrator'] = process.argv.slice(2);
await operate('npm run admin:create -- <e-mail> [name]', email, async ({ admins, accounts, links }, address, trace) => {
  const admin = await admins.create({ email: address, name }, trace);
  const token = await accounts.forgot.issueToken(admin.email ?? address, trace);
  if (token === null) throw new Error('The account was made, but no link could be');
  return links.passwordReset(token);
});
