import { expect, it } from 'vitest';
import { z } from 'zod';
import { cursorAt, placeOf } from './cursor.ts';

const Place = z.object({ created_at: z.string(), id: z.string() });
const place = { created_at: '2025-12-15T18:00:00.000Z', id: 'lyon' };
const refusal = expect.objectContaining({ details: { errors: [{ path: 'query.cursor', code: 'INVALID_CURSOR' }] } });

it('A cursor leads back to its place, with the same filters', () => {
  const cursor = cursorAt({ q: 'roux' }, place);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(placeOf(cursor, { q: 'roux' }, Place)).toEqual(place);
  expect(placeOf(undefined, { q: 'roux' }, Place)).toBeNull();
});

it.each([
  ['made for other filters', cursorAt({ q: 'mode' }, place)],
  ['made for another list', cursorAt({ q: 'roux' }, { date: '2025-12-15' })],
  ['cut short', cursorAt({ q: 'roux' }, place).slice(0, -4)],
  ['made up', 'page-2'],
  ['empty', ''],
  ['of another kind', Buffer.from('{"q":1}').toString('base64url')],
])('A cursor %s is refused', (_, cursor) => {
  expect(() => placeOf(cursor, { q: 'roux' }, Place)).toThrow(refusal);
});
