import { expect } from 'vitest';
import { rowOf } from './access.table.ts';
import type { Aim } from './access.row.ts';
import { countsOf } from './dump.ts';
import { type Ground, mode, sport } from './ground.ts';
import { withRawNumbers } from './hostile.values.ts';
import { addressOf, type Answer, type Call, inject, type Named } from './walk.ts';

/** What may be written by a call that is refused: how often and what was tried. */
const kept = ['rate_limits', 'idempotency_keys', 'sync_logs', 'audit_log'];

/** One endpoint under attack by someone who may call it. */
export interface Attack {
  /** A call that would be right. */
  right(): Promise<Call>;
  /** Sends a changed call; an answer that is anything but a decent one fails. */
  send(call: Call): Promise<Answer>;
  /** Sends a body as it is. */
  sendRaw(payload: string | Buffer, headers?: object): Promise<Answer>;
  /** How much is stored, once everything that was begun is done. */
  counts(): Promise<object>;
}

/** Attacks an endpoint as someone who may call it. */
export async function attackOn(ground: Ground, { name, endpoint }: Named): Promise<Attack> {
  const { aim, headers } = await attacker(ground, endpoint.access);
  const { app } = ground.api;
  const right = async () => {
    const call = await rowOf(name).prepare(ground, aim);
    return { ...call, headers: { ...headers, ...call.headers } };
  };
  const raw = async (url: string, payload: string | Buffer | undefined, more: object) => {
    const content = payload === undefined ? {} : { payload };
    const answer = await inject(app, { method: endpoint.method, url, headers: { ...more }, ...content });
    expectDecent(answer);
    return answer;
  };
  return {
    right,
    send: (call) => {
      const body = call.body === undefined ? undefined : withRawNumbers(JSON.stringify(call.body));
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return raw(addressOf(endpoint.path, call), body, { ...type, ...call.headers });
    },
    async sendRaw(payload, more = {}) {
      const call = await right();
      return raw(addressOf(endpoint.path, call), payload, {
        ...call.headers,
        'content-type': 'application/json',
        ...more,
      });
    },
    async counts() {
      await ground.api.services.background.idle();
      return countsOf(ground.api, kept);
    },
  };
}

async function attacker(ground: Ground, access: Named['endpoint']['access']) {
  const as = async (who: string) => ({ aim: { home: mode, who } satisfies Aim, headers: await ground.bearer(who) });
  if (access === 'public') return { aim: { home: mode, who: mode.seller } satisfies Aim, headers: {} };
  if (typeof access === 'object' && 'api_key' in access) {
    return { aim: { home: mode, who: null } satisfies Aim, headers: { 'x-api-key': await ground.machine(mode) } };
  }
  if (access === 'demo') return { aim: { home: sport, who: sport.seller } satisfies Aim, headers: {} };
  if (access === 'signed_in' || access.includes('seller')) return as(mode.seller);
  return as(access.includes('gerant') ? mode.gerant : 'admin');
}

// Where a program tells about itself: files, lines, names of errors, of its tables and of its tools.
const confessions = /\bat .*:\d+|\.[cm]?[jt]s:\d|node_modules|[A-Z]\w*Error\b|SQLITE|Mongo|E11000|ZodError|undefined/;

/** Requires of an answer that it is a success or a refusal in the form of the contract, and no confession. */
export function expectDecent({ status, json, text, headers }: Answer): void {
  if (status < 400) {
    // 304 where the caller says that he knows the answer already.
    expect([200, 304]).toContain(status);
    return;
  }
  expect(json).toMatchObject({ status, code: expect.stringMatching(/^[A-Z_]+$/), detail: expect.any(String) });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(text.slice(0, 3000)).not.toMatch(confessions);
  expect(status).toBeLessThan(500);
}
