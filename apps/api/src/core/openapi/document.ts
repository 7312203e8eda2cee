import { type EndpointTable, fieldTexts } from '@retail-performer/domain/kernel';
import type { z } from 'zod';
import { operationOf, type Refusals } from './operation.ts';
import { descriptions } from './schemas.ts';

/** What an interface is described from. */
export interface Described {
  readonly version: string;
  readonly contract: Readonly<Record<string, EndpointTable>>;
  /** Models that have a name of their own. */
  readonly models: Readonly<Record<string, z.ZodType>>;
  readonly refusals: Refusals;
}

/** The OpenAPI 3.1 document of the interface: every address of every operation. */
export function openApiDocument({ version, contract, models, refusals }: Described) {
  const operations = Object.entries(contract).flatMap(([feature, table]) =>
    Object.entries(table).map(([name, endpoint]) => ({ feature, name, endpoint })),
  );
  const others = operations.flatMap(({ endpoint: { params, query, body, reply, reply_type } }) =>
    [params, query, body, reply_type === 'file' ? undefined : reply].filter((schema) => schema !== undefined),
  );
  const schemas = descriptions(models, others);
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const { feature, name, endpoint } of operations) {
    for (const [number, path] of [endpoint.path, ...(endpoint.aliases ?? [])].entries()) {
      const id = `${feature}.${name}${number === 0 ? '' : `.${number + 1}`}`;
      const address = `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`;
      paths[address] = {
        ...paths[address],
        [endpoint.method.toLowerCase()]: operationOf(id, feature, endpoint, schemas, refusals),
      };
    }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Retail Performer', version, summary: 'Figures, goals and coaching of retail chains', license },
    servers: [{ url: '/' }],
    tags: Object.keys(contract).map((name) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { ...schemas.components(), Problem: problemSchema },
      responses: {
        Problem: {
          description: 'A refusal, or a failure of ours; its code says which',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'Marks repeats of one deed: within 24 hours they are answered as the first one was',
          schema: { type: 'string', pattern: '^[\\x21-\\x7E]{1,255}$' },
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          description: 'The revision that is to be replaced, such as "3"; "0" where nothing may be there yet',
          schema: { type: 'string' },
        },
      },
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        apiKeyAsBearer: { type: 'http', scheme: 'bearer', bearerFormat: 'rpk_live_…' },
      },
    },
  };
}

const license = { name: 'MIT', identifier: 'MIT' };

const problemSchema = {
  type: 'object',
  description: 'Problem details of RFC 9457; some codes add members of their own',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: what programs go by' },
    detail: { type: 'string', description: 'For people, in the language of the caller' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          code: { type: 'string', examples: Object.keys(fieldTexts).slice(0, 3) },
          message: { type: 'string' },
        },
        required: ['path', 'code', 'message'],
      },
    },
    request_id: { type: 'string' },
    resource: { type: 'string', description: 'What was not found' },
    retry_after: { type: 'integer', description: 'Seconds after which the same call may succeed' },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'errors', 'request_id'],
};
