import type { Filter } from '../src/core/database/filter.ts';
import { type ObservedQuery, observed } from '../src/core/database/observed.ts';
import { engines, type TestEngine } from './engines.ts';
import { type TestApp, testApp } from './test-app.ts';

/** Works with an application whose operations on the database are recorded as they happen. */
export async function watched(engine: TestEngine, work: (api: TestApp, queries: ObservedQuery[]) => Promise<void>) {
  const queries: ObservedQuery[] = [];
  const open = async () => observed(await engine.open(), (query) => queries.push(query));
  const api = await testApp({ ...engine, open });
  try {
    await work(api, queries);
  } finally {
    await api.close();
  }
}

/**
 * Requires of each recorded operation that every engine finds its documents by an index, whichever engine
 * it was recorded on. `small` names collections that may be read entirely, for they always stay small.
 */
export async function expectIndexed(
  queries: readonly ObservedQuery[],
  { small = [] }: { readonly small?: readonly string[] } = {},
): Promise<void> {
  const kinds = new Map(queries.map((query) => [described(query), query]));
  const bounded = [...kinds].filter(([, { collection }]) => !small.includes(collection));
  if (queries.length === 0) throw new Error('No operation was recorded');
  const readingAll: string[] = [];
  for (const { name, open } of engines) {
    const database = await open();
    try {
      await database.migrate([...new Set(bounded.map(([, { table }]) => table))]);
      for (const [description, query] of bounded) {
        const { scan } = await database.explain(query);
        if (scan) readingAll.push(`${name} reads all of ${description}`);
      }
    } finally {
      await database.close();
    }
  }
  if (readingAll.length > 0) throw new Error(readingAll.join('\n'));
}

/** An operation without its values: those of one description find their documents in one way. */
function described({ collection, kind, filter, order, limit }: ObservedQuery): string {
  const sorted = order.map(([field, way]) => `${field} ${way === 1 ? 'up' : 'down'}`).join(', ');
  const found = filter === null ? 'nothing' : shape(filter);
  return `${collection}: ${kind} where ${found} by ${sorted || 'no order'}${limit === null ? '' : ', the first few'}`;
}

function shape(filter: Filter): string {
  if ('every' in filter) return filter.every.length === 0 ? 'all' : `(${filter.every.map(shape).join(' and ')})`;
  if ('some' in filter) return filter.some.length === 0 ? 'none' : `(${filter.some.map(shape).join(' or ')})`;
  return `${filter.column.name} ${filter.operator}${filter.value === null ? ' null' : ''}`;
}
