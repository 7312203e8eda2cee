import { ApiKeys } from '../src/features/integrations/api-key.repository.ts';
import { KpiEntries } from '../src/features/kpis/kpi.collections.ts';
import { Users } from '../src/features/people/user.repository.ts';
import { Stores } from '../src/features/stores/store.repository.ts';
import { Workspaces } from '../src/features/stores/workspace.repository.ts';
import { callersOf } from './access.callers.ts';
import type { Column } from './access.row.ts';
import { rowOf } from './access.table.ts';
import type { AnyRow } from './dump.ts';
import type { Ground, Home } from './ground.ts';
import { type Answer, everyEndpoint, send } from './walk.ts';

/** A word that stands nowhere but in the data of the chain Mode. */
export const marker = 'Zaubermarke';

/** Lets the people of the chain Mode use every endpoint once, and marks everything that they have written. */
export async function plant(ground: Ground): Promise<void> {
  for (const column of ['S', 'M', 'G', 'K'] as const) await useEverything(ground, column);
  await ground.api.services.background.idle();
  const { database } = ground.api;
  const mine = { workspace_id: 'mode' };
  await database.of(Workspaces).update({ id: 'mode' }, { set: { name: `${marker} SARL` } });
  await database.of(ApiKeys).update(mine, { set: { name: `${marker} till` } });
  await database.of(KpiEntries).update(mine, { set: { comment: `${marker} !` } });
  await database.of(Users).update(mine, { set: { name: `${marker} Person`, phone: `06 ${marker}` } });
  for (const { id } of await database.of(Stores).find(mine)) {
    const external_id = `${marker}-${id}`;
    const told = { name: `${marker} ${id}`, location: `${marker} ${id}`, address: `1 rue ${marker}` };
    const set = { ...told, external_id, external_key: `mode:${external_id}` };
    await database.of(Stores).update({ id }, { set });
  }
}

/** The answers to every call of a column of the access matrix that is let through, by endpoint. */
export async function useEverything(ground: Ground, column: Column): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const { name, endpoint } of everyEndpoint) {
    const row = rowOf(name);
    if (row.cells[column] !== '200') continue;
    for (const caller of await callersOf(column, endpoint.access, row, ground)) {
      const call = await row.prepare(ground, caller);
      const headers = { ...caller.headers, ...call.headers };
      answers.set(name, await send(ground.api.app, endpoint, { ...call, headers }));
    }
  }
  return answers;
}

// Fields that tell who or what one thing is; all others say what many things are.
const telling = ['id', 'email', 'external_key', 'password_hash', 'token_hash', 'key_hash', 'nonce'];

const textsOf = ({ row }: AnyRow): readonly string[] =>
  telling.flatMap((field) => (typeof row[field] === 'string' ? row[field] : []));

/** Finds in a text what tells some rows from all others. */
export function tellsOf(
  all: readonly AnyRow[],
  isTheirs: (row: AnyRow['row']) => boolean,
): (text: string) => readonly string[] {
  const others = new Set(all.filter(({ row }) => !isTheirs(row)).flatMap(textsOf));
  const theirs = new Set(all.filter(({ row }) => isTheirs(row)).flatMap(textsOf));
  const told = [...theirs].filter((text) => !others.has(text)).toSorted((one, other) => other.length - one.length);
  const escaped = told.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`${marker}|(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`, 'gu');
  return (text) => text.match(pattern) ?? [];
}

/** Whether a row belongs to a chain. */
export const belongsTo =
  ({ workspace }: Home) =>
  ({ id, workspace_id }: AnyRow['row']): boolean =>
    workspace_id === workspace || id === workspace;

/** Everything that an answer says, its headers too. */
export const saidBy = ({ text, headers }: Answer): string => `${JSON.stringify(headers)}\n${text}`;
