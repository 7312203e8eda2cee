import { fieldTexts, reasons } from '@retail-performer/domain/kernel';
import type { openApiDocument } from './document.ts';
import { html, type Html, page } from './html.ts';
import type { Refusals } from './operation.ts';

/** Every error code in the languages of the product, each at an anchor of its own. */
export function errorsPage(refusals: Refusals): string {
  const codes = Object.entries(refusals).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const fields = Object.entries(fieldTexts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return page(
    'Errors',
    html`<p>
        Refusals are problem details (RFC 9457). Programs go by <code>code</code>, which never changes; people read
        <code>detail</code>, in French or English.
      </p>
      ${codes.map(
        ([code, { reason, fr, en }]) =>
          html`<article id="${code}">
            <h3>${code} <small>${reasons[reason].status}</small></h3>
            <p lang="en">${en}</p>
            <p lang="fr">${fr}</p>
          </article>`,
      )}
      <h2>Fields</h2>
      <p>With <code>VALIDATION</code>, each entry of <code>errors</code> names a field and one of these codes.</p>
      ${fields.map(
        ([code, { fr, en }]) =>
          html`<article id="${code}">
            <h3>${code}</h3>
            <p lang="en">${en}</p>
            <p lang="fr">${fr}</p>
          </article>`,
      )}`,
  );
}

type Document = ReturnType<typeof openApiDocument>;

/** Every operation: who may call it, what it takes, what it answers. */
export function operationsPage({ info, paths, components, tags }: Document): string {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return page(
    `Interface, version ${info.version}`,
    html`<p>
        ${info.summary}. Everything is JSON; a copy for programs is at <a href="/api/openapi.json">OpenAPI 3.1</a>.
      </p>
      <nav>${tags.map(({ name }) => html`<a href="#${name}">${name}</a> `)}</nav>
      ${tags.map(
        ({ name }) =>
          html`<h2 id="${name}">${name}</h2>
            ${all.filter(({ operation }) => operation.tags.includes(name)).map(operationArticle)}`,
      )}
      <h2 id="models">Models</h2>
      ${Object.entries(components.schemas).map(
        ([name, schema]) =>
          html`<article id="model-${name}">
            <h3>${name}</h3>
            <pre>${JSON.stringify(schema, null, 2)}</pre>
          </article>`,
      )}`,
  );
}

interface Listed {
  readonly path: string;
  readonly method: string;
  readonly operation: Document['paths'][string][string];
}

const operationArticle = ({ path, method, operation }: Listed): Html =>
  html`<article id="${operation.operationId}">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${operation.summary}. ${operation.description}</p>
    <dl>
      ${
        operation.parameters.length === 0
          ? ''
          : html`<dt>Parameters</dt>
              <dd>${named(operation.parameters)}</dd>`
      }
      ${
        operation.requestBody === undefined
          ? ''
          : html`<dt>Body</dt>
              <dd>${content(operation.requestBody.content)}</dd>`
      }
      <dt>Answer</dt>
      <dd>${content(operation.responses[200].content)}</dd>
      <dt>Refusals</dt>
      <dd>${operation['x-codes'].map((code) => html`<a href="/api/docs/errors#${code}"><code>${code}</code></a> `)}</dd>
    </dl>
  </article>`;

const named = (parameters: Listed['operation']['parameters']): readonly Html[] =>
  parameters.map((each) =>
    'name' in each
      ? html`<code>${each.name}</code>${each.required ? '' : ' (optional)'} `
      : html`<code>${each.$ref.endsWith('IfMatch') ? 'If-Match' : 'Idempotency-Key'}</code> (optional) `,
  );

const content = (types: Readonly<Record<string, { readonly schema: object }>>): readonly Html[] =>
  Object.entries(types).map(([type, { schema }]) => {
    if (type !== 'application/json') return html`A file: <code>${type}</code> `;
    const reference = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : undefined;
    return reference === undefined
      ? html`<pre>${JSON.stringify(schema, null, 2)}</pre>`
      : html`<a href="#model-${reference}">${reference}</a>`;
  });
