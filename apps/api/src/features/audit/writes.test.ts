import { AuditAction } from '@retail-performer/domain/audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callersOf } from '../../../test/access.callers.ts';
import type { Column } from '../../../test/access.row.ts';
import { rowOf } from '../../../test/access.table.ts';
import { engines } from '../../../test/engines.ts';
import { type Ground, groundOf } from '../../../test/ground.ts';
import { everyEndpoint, type Named, send } from '../../../test/walk.ts';
import { AuditLog, type AuditRow } from '../../core/audit.ts';
import { KpiHistory } from '../kpis/kpi-history.repository.ts';

/** What needs no line in the audit log, and why. */
const without: Readonly<Record<string, string>> = {
  'auth.verifyInvitation': 'it only reads',
  'auth.verifyReset': 'the same',
  'auth.refresh': 'the session goes on; only a stolen one is worth a line',
  'auth.logout': 'the session itself says when it was ended',
  'auth.endSession': 'the same',
  'demo.switchPerson': 'only inside a demonstration, which ends with all that it holds',
  'coaching.diagnostic': 'the use and its text are kept as documents',
  'coaching.dailyChallenge': 'the same',
  'coaching.sellerBilan': 'the same',
  'onboarding.saveProgress': 'how far someone is with his own first steps',
  'onboarding.complete': 'the same',
};

/** What really changes something, where the call of the access matrix may repeat what is there. */
const changing: Readonly<Record<string, object>> = {
  'stores.editSettings': { opening_days: [2, 3, 4, 5, 6] },
  'stores.editWorkspace': { name: 'Maison Roux' },
};

const writing = everyEndpoint.filter(({ name, endpoint }) => endpoint.method !== 'GET' && !(name in without));
const order: readonly Column[] = ['G', 'M', 'S', 'K', 'SA', 'N'];

describe.each(engines)('Every write leaves a line ($name)', (engine) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await groundOf(engine);
  });
  afterAll(() => ground.api.close());

  const logged = () => ground.api.database.of(AuditLog).find({});
  const counted = () => ground.api.database.of(KpiHistory).count({});

  async function written({ name, endpoint }: Named) {
    const row = rowOf(name);
    const column = order.find((each) => row.cells[each] === '200');
    if (column === undefined) throw new Error(`Nobody may call ${name}`);
    const [caller] = await callersOf(column, endpoint.access, row, ground);
    if (caller === undefined) throw new Error(`Nobody calls ${name}`);
    const prepared = await row.prepare(ground, caller);
    const body = changing[name] ?? prepared.body;
    const call = { ...prepared, ...(body !== undefined && { body }) };
    await ground.api.services.background.idle();
    const before = new Set((await logged()).map(({ id }) => id));
    const history = await counted();
    const answer = await send(ground.api.app, endpoint, { ...call, headers: { ...caller.headers, ...call.headers } });
    await ground.api.services.background.idle();
    const lines = (await logged()).filter(({ id }) => !before.has(id));
    return { lines, history: (await counted()) - history, answer, call };
  }

  it.each(writing)('of $name', async (named) => {
    const { lines, history, answer, call } = await written(named);
    expect(answer).toMatchObject({ status: 200 });
    // Of figures the history of their day tells more.
    expect(lines.length + history).toBeGreaterThan(0);
    for (const line of lines) expectWhole(line);
    expectDiscreet(lines, call.body);
  });
});

function expectWhole(line: AuditRow): void {
  expect(AuditAction.options).toContain(line.action);
  expect(line.entity_type).toMatch(/^[a-z_]+$/);
  expect(line.entity_id).not.toBe('');
  expect(line.request_id).not.toBe('');
  expect(line.actor_type === 'system' ? line.actor_role : typeof line.actor_id).toMatch(/^(system|string)$/);
}

/** Nothing that someone typed, no address and no secret stands in what changed, only names of fields, ids and words of ours. */
function expectDiscreet(lines: readonly AuditRow[], body: unknown): void {
  const told = JSON.stringify(lines.map(({ before, after }) => [before, after]));
  expect(told).not.toMatch(/[\w.+-]+@[\w-]+\.\w|rp[ik]_|\$argon|eyJ/);
  for (const typed of freeTexts(body)) expect(told).not.toContain(typed);
}

const free = /comment|note|reason|description|text|opening_hours|address|phone|email|password|token/;

function freeTexts(value: unknown, name = ''): readonly string[] {
  if (typeof value === 'string') return free.test(name) && value.length > 3 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => freeTexts(each, Array.isArray(value) ? name : key));
}
