import { z } from 'zod';
import { collection } from '../src/core/database/collection.ts';
import { openDatabase } from '../src/core/database/open.ts';

/** What the writing processes write: pairs, both or none of which are there. */
export const Notes = collection('notes', z.object({ id: z.string(), pair: z.string(), text: z.string() }), {
  index: [['pair']],
});

// Run as a program, it writes until it is killed or its input ends, and says what was acknowledged.
const [, program, url, name] = process.argv;
if (program === import.meta.filename && url !== undefined && name !== undefined) {
  const database = await openDatabase(url);
  process.stdin.resume();
  for (let number = 1; !process.stdin.readableEnded; number += 1) {
    const pair = `${name}-${number}`;
    await database.transaction(async (tx) => {
      await tx.of(Notes).insert([{ id: `${pair}-a`, pair, text: 'x'.repeat(200) }]);
      await tx.of(Notes).insert([{ id: `${pair}-b`, pair, text: 'y'.repeat(200) }]);
    });
    process.stdout.write(`${pair}\n`);
  }
  await database.close();
}
