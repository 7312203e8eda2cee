import { type Access, type Endpoint, reasons, type Refusal, whenReadOnly } from '@retail-performer/domain/kernel';
import type { z } from 'zod';
import type { Descriptions, JsonSchema } from './schemas.ts';

/** Every refusal of the product, by its code. */
export type Refusals = Readonly<Record<string, Refusal>>;

/** Describes one operation of OpenAPI 3.1; its other addresses differ in nothing but the address. */
export function operationOf(name: string, tag: string, endpoint: Endpoint, schemas: Descriptions, refusals: Refusals) {
  const { body, summary, access } = endpoint;
  const codes = codesOf(endpoint);
  return {
    operationId: name,
    tags: [tag],
    summary,
    description: [whoMayCall(access), readOnly(endpoint)].filter((line) => line !== '').join(' '),
    security: securityOf(access),
    parameters: [
      ...propertiesOf('path', endpoint.params, schemas),
      ...propertiesOf('query', endpoint.query, schemas),
      ...headersOf(endpoint),
    ],
    ...(body && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: { 'application/json': { schema: schemas.of(body) } },
      },
    }),
    responses: {
      200: {
        description: 'Done',
        ...(endpoint.etag === true && { headers: { ETag: { schema: { type: 'string' } } } }),
        content: repliesOf(endpoint, schemas),
      },
      ...(endpoint.etag === true && { 304: { description: 'The caller has this version already' } }),
      ...refusedWith(codes, refusals),
      default: { $ref: '#/components/responses/Problem' },
    },
    'x-codes': [...codes].toSorted(),
  };
}

/** What a success answers, by its media type. */
function repliesOf(
  { reply, reply_type, media_types = [] }: Endpoint,
  schemas: Descriptions,
): Readonly<Record<string, { readonly schema: JsonSchema }>> {
  if (reply_type !== 'file') return { 'application/json': { schema: schemas.of(reply) } };
  return Object.fromEntries(media_types.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]));
}

function whoMayCall(access: Access): string {
  if (access === 'public') return 'Anyone may call.';
  if (access === 'signed_in') return 'Any signed-in person may call.';
  if (access === 'demo') return 'People of a demonstration may call.';
  if ('api_key' in access) return `API keys with the permission ${access.api_key} may call.`;
  return `Roles that may call: ${access.join(', ')}.`;
}

const readOnly = (endpoint: Endpoint): string =>
  whenReadOnly(endpoint) === 'allow' || endpoint.access === 'public' ? '' : 'Refused in a space that may only be read.';

const securityOf = (access: Access): readonly Record<string, readonly string[]>[] => {
  if (access === 'public') return [];
  return typeof access === 'object' && 'api_key' in access
    ? [{ apiKey: [] }, { apiKeyAsBearer: [] }]
    : [{ accessToken: [] }];
};

/** One parameter for each property of a schema. */
function propertiesOf(place: 'path' | 'query', schema: z.ZodType | undefined, schemas: Descriptions) {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemas.whole(schema) as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, description]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: description,
  }));
}

const headersOf = ({ idempotent, if_match }: Endpoint) => [
  ...(idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ...(if_match ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
];

/** The codes of an operation: its own, and those that come with who may call it and what it takes. */
function codesOf(endpoint: Endpoint): ReadonlySet<string> {
  const { access, body, params, query, idempotent, if_match, refusals = [] } = endpoint;
  const key = typeof access === 'object' && 'api_key' in access;
  const roles = Array.isArray(access) || access === 'demo' ? ['FORBIDDEN_ROLE'] : [];
  const person =
    access === 'public' || key ? [] : ['TOKEN_MISSING', 'TOKEN_INVALID', 'TOKEN_EXPIRED', 'SESSION_REVOKED'];
  const space = whenReadOnly(endpoint) === 'refuse' && access !== 'public';
  return new Set([
    ...person,
    ...roles,
    ...(key ? ['API_KEY_MISSING', 'API_KEY_INVALID', 'SCOPE_MISSING'] : []),
    ...(body === undefined ? [] : ['BAD_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE']),
    ...((body ?? params ?? query) ? ['VALIDATION'] : []),
    ...(idempotent ? ['IDEMPOTENCY_IN_USE', 'IDEMPOTENCY_MISMATCH'] : []),
    ...(if_match ? ['STALE_REVISION'] : []),
    ...(space ? ['TRIAL_EXPIRED', 'SUBSCRIPTION_INACTIVE'] : []),
    'RATE_LIMITED',
    ...refusals,
  ]);
}

/** One response for each status, which names the codes that it may carry. */
function refusedWith(codes: ReadonlySet<string>, refusals: Refusals): Readonly<Record<string, JsonSchema>> {
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const refusal = refusals[code];
    if (refusal === undefined) throw new Error(`No table of refusals has the code ${code}`);
    const { status } = reasons[refusal.reason];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      status,
      {
        description: `${reasons[refusals[names[0] ?? '']?.reason ?? 'unexpected'].en}: ${names.toSorted().join(', ')}`,
        content: {
          'application/problem+json': {
            schema: {
              allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: names.toSorted() } } }],
            },
          },
        },
      },
    ]),
  );
}
