import { expect, it } from 'vitest';
import { addressOf, answerOf, queryOf } from './http.ts';

it('the parts of a path are quoted, so that no text can leave its place', () => {
  expect(addressOf('/stores/{store_id}/hierarchy', { store_id: 'a/../b?c' })).toBe('/stores/a%2F..%2Fb%3Fc/hierarchy');
  expect(addressOf('/stores/:store_id', { store_id: '0196' })).toBe('/stores/0196');
});

it('an empty search is no search', () => {
  expect(queryOf({ q: '', cursor: undefined })).toBe('');
  expect(queryOf({ q: 'Maison Roux', limit: 50 })).toBe('?q=Maison+Roux&limit=50');
});

it('a refusal keeps its code, its fields and its request id', async () => {
  const body = {
    code: 'VALIDATION',
    detail: 'Certains champs sont à corriger.',
    errors: [{ path: 'name', code: 'REQUIRED', message: 'Ce champ est obligatoire.' }],
    request_id: '0196-abc',
  };
  await expect(answerOf(Response.json(body, { status: 422 }))).rejects.toMatchObject({
    status: 422,
    code: 'VALIDATION',
    request_id: '0196-abc',
    errors: body.errors,
  });
});

it('an answer that a proxy turned into a page is still a refusal with a code', async () => {
  const page = new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'retry-after': '30' } });
  await expect(answerOf(page)).rejects.toMatchObject({ status: 502, code: 'UNAVAILABLE', retry_after: 30 });
});
