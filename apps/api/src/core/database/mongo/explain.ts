import type { Db, Document } from 'mongodb';
import type { Plan, Query } from '../engine.ts';
import { matching, renamed } from './documents.ts';

/** How the server finds the documents of an operation: in its winning plan, however deep that is. */
export async function explained(db: Db, { table, filter, order, limit }: Query): Promise<Plan> {
  if (filter === null) return { index: null, scan: false };
  const options = { sort: renamed(Object.fromEntries(order)), limit: limit ?? 0 };
  const explanation = await db.collection(table.name).find(matching(filter), options).explain('queryPlanner');
  const stages = stagesOf(explanation.queryPlanner?.winningPlan);
  const names = stages.flatMap((stage) => (isIndexed(stage) ? [nameOf(stage)] : []));
  const everything = 'every' in filter && filter.every.length === 0;
  const readsIndex = stages.some(isIndexed) && (everything ? limit === null : stages.some(isUnbounded));
  return { index: names[0] ?? null, scan: readsIndex || stages.some(({ stage }) => stage === 'COLLSCAN') };
}

function stagesOf(plan: unknown): Document[] {
  if (typeof plan !== 'object' || plan === null) return [];
  const inner = Object.values(plan).flatMap(stagesOf);
  return 'stage' in plan ? [plan, ...inner] : inner;
}

const isIndexed = ({ stage }: Document): boolean => /IXSCAN|IDHACK/.test(String(stage));

const nameOf = ({ indexName }: Document): string =>
  indexName === undefined || indexName === '_id_' ? 'id' : String(indexName);

// From the first to the last entry: no narrower than reading every document.
function isUnbounded({ indexBounds }: Document): boolean {
  const [first] = Object.values(Object(indexBounds));
  return Array.isArray(first) && first.length === 1 && /^[[(]M(?:in|ax)Key, M(?:in|ax)Key[\])]$/.test(String(first[0]));
}
