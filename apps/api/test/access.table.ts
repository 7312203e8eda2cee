import { accountRows } from './access.accounts.ts';
import { chainRows } from './access.chain.ts';
import { dayRows } from './access.days.ts';
import { demoRows } from './access.demo.ts';
import { exportRows } from './access.exports.ts';
import { machineRows } from './access.machines.ts';
import { calendarRows } from './access.calendar.ts';
import { peopleRows } from './access.people.ts';
import { readingRows } from './access.readings.ts';
import type { Row } from './access.row.ts';
import { sessionRows } from './access.sessions.ts';
import { storeRows } from './access.stores.ts';

/** Part 5 of the contract: what each endpoint answers to whom, by its name `slice.endpoint`. */
export const accessTable: Readonly<Record<string, Row>> = {
  ...accountRows,
  ...sessionRows,
  ...demoRows,
  ...chainRows,
  ...machineRows,
  ...exportRows,
  ...dayRows,
  ...readingRows,
  ...calendarRows,
  ...peopleRows,
  ...storeRows,
};

/** The row of an endpoint; every endpoint has one. */
export function rowOf(name: string): Row {
  const found = accessTable[name];
  if (found === undefined) throw new Error(`No row for ${name} in the access table`);
  return found;
}

/** Whether an address belongs to what is open to anyone beside the contract: the state of the process, the documentation. */
export const isOpen = (url: string): boolean =>
  ['/livez', '/readyz', '/health', '/api/health', '/api/openapi.json'].includes(url) || /^\/api\/docs(\/|$)/.test(url);
