import { createHash } from 'node:crypto';
import { invalid } from '@retail-performer/domain/kernel';
import type { z } from 'zod';

/**
 * Names the place where a page ended, for whoever asks for the next one with the same filters. It is opaque, not
 * secret: whoever makes one up sees no more than his own filters and scope let him.
 */
export const cursorAt = (filters: object, place: object): string =>
  Buffer.from(JSON.stringify([fingerprint(filters), place])).toString('base64url');

/** The place that a cursor names, null without one; 422 when it was not made for these filters. */
export function placeOf<T>(cursor: string | undefined, filters: object, shape: z.ZodType<T>): T | null {
  if (cursor === undefined) return null;
  const [filtersThen, place] = parsed(cursor);
  const result = shape.safeParse(place);
  if (filtersThen !== fingerprint(filters) || !result.success) throw invalid('query.cursor', 'INVALID_CURSOR');
  return result.data;
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

// The order of keys is that of the one place that writes the filters down.
const fingerprint = (filters: object): string =>
  createHash('sha256').update(JSON.stringify(filters)).digest('base64url').slice(0, 12);
