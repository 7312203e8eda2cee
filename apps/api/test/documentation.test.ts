import { contract } from '@retail-performer/domain/contract';
import type { Endpoint } from '@retail-performer/domain/kernel';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, describe, expect, it } from 'vitest';
import { openApiDocument } from '../src/core/openapi/document.ts';
import { documentation } from '../src/documentation.ts';
import { testApp } from './test-app.ts';

const document = openApiDocument(documentation);
const api = await testApp();
afterAll(() => api.close());

/** Whatever stands at a reference within the document. */
function at(reference: string): unknown {
  let found: unknown = document;
  for (const name of reference.replace('#/', '').split('/')) {
    found =
      typeof found === 'object' && found !== null
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : undefined;
  }
  return found;
}

function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
}

describe('The description of the interface', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('refers to nothing that is not there', () => {
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((reference) => at(reference) === undefined)).toEqual([]);
  });

  it('names every operation of the contract at each of its addresses', () => {
    const tables: readonly Readonly<Record<string, Endpoint>>[] = Object.values(contract);
    const addresses = tables.flatMap((table) =>
      Object.values(table).flatMap(({ method, path, aliases = [] }) =>
        [path, ...aliases].map((each) => `${method.toLowerCase()} /api${each.replaceAll(/:(\w+)/g, '{$1}')}`),
      ),
    );
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.toSorted()).toEqual(addresses.toSorted());
  });

  it('describes money as euros and a day as text, as they go over the wire', () =>
    expect(at('#/components/schemas/KpiEntryInput/properties')).toMatchObject({
      ca_journalier: { type: 'number' },
      date: { type: 'string' },
    }));

  it('has changed on purpose only (vitest -u writes the new one)', async () =>
    expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../openapi.json'));

  it('is served to programs', async () => {
    const reply = await api.app.inject('/api/openapi.json');
    expect(reply.headers).toMatchObject({ 'cache-control': 'public, max-age=300' });
    expect(reply.json()).toEqual(JSON.parse(JSON.stringify(document)));
  });
});

describe('The pages for people', () => {
  it('have an anchor for every error code, in both languages', async () => {
    const { body, headers } = await api.app.inject('/api/docs/errors');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const missing = Object.keys(documentation.refusals).filter((code) => !body.includes(`id="${code}"`));
    expect(missing).toEqual([]);
    expect(body).toContain('Ces chiffres viennent de la caisse');
    expect(body).toContain('id="INVALID_DATE"');
  });

  it('list every operation and load nothing from elsewhere', async () => {
    const { body, headers } = await api.app.inject('/api/docs/');
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(operations.filter(({ operationId }) => !body.includes(`id="${operationId}"`))).toEqual([]);
    expect(body).not.toMatch(/<script|(?:src|href)="(?:https?:)?\/\//);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect((await api.app.inject('/api/docs/style.css')).headers['content-type']).toContain('text/css');
  });
});
