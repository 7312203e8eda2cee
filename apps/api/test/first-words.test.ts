import { expect, it } from 'vitest';
import { startProgram } from './processes.ts';

it('The first start prints whom to sign in as, addresses and all', { timeout: 90_000 }, async () => {
  const program = await startProgram({ APP_ENV: 'development' });
  const said = program.lines.map(({ msg }) => String(msg)).join('\n');
  await program.stop();
  expect(said).toMatch(/essayer-la-boutique\n {2}\S+@\S+ \(super_admin/);
  for (const role of ['gerant', 'manager', 'seller']) expect(said).toMatch(new RegExp(`\\S+@\\S+ \\(${role}: `));
});
