import { assert, nat, property } from 'fast-check';
import { expect, it } from 'vitest';
import { idleEnd, refreshVerdict, sessionLife, sessionState } from './session.rules.ts';

const now = new Date('2025-12-15T18:00:00.000Z');
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
const ahead = (ms: number) => ago(-ms);
const hour = 3_600_000;
const day = 24 * hour;

const live = {
  generation: 5,
  rotated_at: ago(10_000),
  revoked_at: null,
  idle_expires_at: ahead(hour),
  expires_at: ahead(day),
};

it.each([
  ['seller', false, 12 * hour, 30 * day],
  ['gerant', false, 12 * hour, 30 * day],
  ['manager', true, 14 * day, 30 * day],
  ['super_admin', false, hour / 2, 12 * hour],
  ['super_admin', true, hour / 2, 12 * hour],
] as const)('lets a %s (remembered: %s) live as long as agreed', (role, remember, idle, total) =>
  expect(sessionLife(role, remember)).toEqual({ idle, total }),
);

it('never lives longer by being used than in all', () => {
  const expires_at = ahead(hour);
  expect(idleEnd('seller', { remember: false, expires_at }, now)).toBe(expires_at);
  expect(idleEnd('super_admin', { remember: false, expires_at }, now)).toBe(ahead(hour / 2));
});

it.each([
  ['live', {}],
  ['revoked', { revoked_at: ago(1) }],
  ['revoked', { revoked_at: ago(1), expires_at: ago(1) }],
  ['expired', { idle_expires_at: ago(0) }],
  ['expired', { expires_at: ago(1) }],
] as const)('calls a session %s when %j', (state, more) => expect(sessionState({ ...live, ...more }, now)).toBe(state));

it.each([
  ['rotate', 5, {}],
  ['repeat', 4, {}],
  ['repeat', 4, { rotated_at: ago(30_000) }],
  ['reuse', 4, { rotated_at: ago(30_001) }],
  ['reuse', 3, {}],
  ['reuse', 0, {}],
  ['unknown', 6, {}],
  ['revoked', 5, { revoked_at: ago(1) }],
  ['revoked', 3, { revoked_at: ago(1) }],
  ['expired', 5, { idle_expires_at: ago(1) }],
  ['expired', 3, { expires_at: ago(1) }],
] as const)('answers %s to generation %i of a session that is at 5 (%j)', (verdict, generation, more) =>
  expect(refreshVerdict({ ...live, ...more }, generation, now)).toBe(verdict),
);

it('gives new tokens to no generation but the current one and, for a moment, the one before', () => {
  assert(
    property(nat(50), nat(50), nat(120_000), (current, asked, elapsed) => {
      const verdict = refreshVerdict({ ...live, generation: current, rotated_at: ago(elapsed) }, asked, now);
      const given = verdict === 'rotate' || verdict === 'repeat';
      return given === (asked === current || (asked === current - 1 && elapsed <= 30_000));
    }),
  );
});
