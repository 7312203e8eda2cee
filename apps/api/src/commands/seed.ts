import { parseArgs } from 'node:util';
import { connect, migrate } from '../compose.ts';
import { readConfig } from '../core/config.ts';
import { withKeptSecrets } from '../core/kept-secrets.ts';
import { demoPassword } from '../demo/chain.ts';
import { seedLarge } from '../demo/large-seed.ts';

const usage = 'Usage: npm run seed -- [--stores 500] [--sellers 10] [--days 365] [--url file:./large]';
const { values } = parseArgs({
  options: {
    stores: { type: 'string', default: '500' },
    sellers: { type: 'string', default: '10' },
    days: { type: 'string', default: '365' },
    url: { type: 'string' },
  },
});

function whole(text: string, most: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1 || number > most) throw new Error(usage);
  return number;
}

const size = { stores: whole(values.stores, 5000), sellers: whole(values.sellers, 50), days: whole(values.days, 1096) };
// Made-up figures belong on a developer's machine, so nothing else need be said there.
const environment = {
  APP_ENV: 'development',
  ...process.env,
  ...(values.url !== undefined && { DATABASE_URL: values.url }),
};
const outside = await connect(readConfig(withKeptSecrets(environment)));
const start = performance.now();
const seconds = () => Math.max(1, Math.round((performance.now() - start) / 1000));
try {
  await migrate(outside);
  let told = 0;
  const entries = await seedLarge(outside, size, (progress) => {
    if (seconds() < told + 5) return;
    told = seconds();
    console.log(`${progress.day}: ${progress.entries} entries, ${Math.round(progress.entries / told)} a second`);
  });
  console.log(`${entries} entries of ${size.stores} stores in ${seconds()} s, sums of a sample checked`);
  console.log(`Sign in as owner@large-chain.example with ${demoPassword}`);
} finally {
  await outside.database.close();
}
