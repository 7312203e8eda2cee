import { expect, it } from 'vitest';
import type { Entitlement } from './entitlement.model.ts';
import { trialMailOf } from './trial-mail.rules.ts';

const trial_end = '2025-12-20T15:00:00.000Z';
const hours = (count: number) => new Date(Date.parse(trial_end) - count * 3_600_000);

const keyOf = (state: Entitlement['state'], hoursBefore: number, charged = false) =>
  trialMailOf('mode', { state, trial_end }, { charged }, hours(hoursBefore))?.key.replace(`:mode:${trial_end}`, '') ??
  null;

it.each([
  [8 * 24, null],
  [7 * 24 + 0.1, null],
  [7 * 24, 'trial_ending:7'],
  [3 * 24 + 0.1, 'trial_ending:7'],
  [3 * 24, 'trial_ending:3'],
  [24.1, 'trial_ending:3'],
  [24, 'trial_ending:1'],
  [0.1, 'trial_ending:1'],
])('%d hours before its end a trial is told as %s', (before, key) => expect(keyOf('trialing', before)).toBe(key));

it.each([
  [7 * 24, null],
  [3 * 24, 'trial_ending:3'],
  [12, 'trial_ending:3'],
])('a trial that becomes a subscription %d hours later is told as %s', (before, key) =>
  expect(keyOf('trialing', before, true)).toBe(key),
);

it.each([
  [0, 'trial_expired'],
  [-47.9, 'trial_expired'],
  [-48, null],
])('%d hours before its end an expired trial is told as %s', (before, key) =>
  expect(keyOf('trial_expired', before)).toBe(key),
);

it.each(['active', 'off', 'demo', 'suspended', 'canceled', 'past_due', 'inactive', 'deleted'] as const)(
  'says nothing of trials to a space that is %s',
  (state) => expect(keyOf(state, 12)).toBeNull(),
);

it('tells again of a trial whose end has moved', () => {
  const later = '2025-12-27T15:00:00.000Z';
  const mail = trialMailOf('mode', { state: 'trialing', trial_end: later }, { charged: false }, hours(0));
  expect(mail?.key).toBe(`trial_ending:mode:${later}:7`);
});
