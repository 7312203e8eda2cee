// One of several processes that write into one file; says how many items it has stored in its time.
import { fileOf, openDatabase } from '../apps/api/src/core/database/open.ts';
import { entryOf, saveMany } from './data-layer.chain.ts';
import { rawLayer } from './data-layer.raw.ts';

const [kind, url = '', place = '', ms = ''] = process.argv.slice(2);
const itemsOf = (turn: number) =>
  Array.from({ length: 100 }, (_, seller) =>
    entryOf(Number(place) + (kind === 'raw' ? 600 : 500), seller, turn % 365, turn),
  );

const database = await openDatabase(url);
const raw = rawLayer(fileOf(url) ?? '');
let stored = 0;
for (let turn = 0, end = performance.now() + Number(ms); performance.now() < end; turn += 1) {
  await (kind === 'raw' ? raw.saveInTurn(itemsOf(turn)) : saveMany(database, itemsOf(turn)));
  stored += 100;
}
console.log(stored);
raw.close();
await database.close();
