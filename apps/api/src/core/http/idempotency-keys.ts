import { createHash, createHmac } from 'node:crypto';
import { Instant } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import { collection } from '../database/collection.ts';
import type { Once } from './gate.ts';

const IdempotencyRow = z.object({
  /** Who, what and the caller's key, as one hash: addresses are not kept. */
  id: z.string(),
  /** The person or key that called; null for an address, which is not kept. */
  by: z.string().nullable(),
  /** What the body was, unreadable for whoever reads the table. */
  fingerprint: z.string(),
  status: z.enum(['running', 'done']),
  /** Which of the calls that race for it does the deed. */
  holder: z.string(),
  /** When whoever does it counts as dead, unless he says otherwise. */
  locked_until: Instant,
  http_status: z.int().nullable(),
  /** What may be kept of the answer, or the refusal; never a secret. */
  outcome: z.record(z.string(), z.unknown()).nullable(),
  expires_at: Instant,
});
export type IdempotencyRow = z.output<typeof IdempotencyRow>;

/** The deeds of the last 24 hours that were marked by their callers, and how they ended. */
export const IdempotencyKeys = collection('idempotency_keys', IdempotencyRow, {
  index: [['expires_at', 'id'], ['by']],
});

/** The id of a marked call: the same for each repeat by the same caller at the same address. */
export const idOf = ({ by, method, path, key }: Once): string =>
  createHash('sha256')
    .update(JSON.stringify([by, method, path.replace(/\/+$/, ''), key]))
    .digest('base64url');

/** A keyed fingerprint of a body; the order of its keys makes no difference. */
export const fingerprintOf = (body: unknown, secret: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(body, inOrder) ?? '')
    .digest('base64url');

const inOrder = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
