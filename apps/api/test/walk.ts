import { contract } from '@retail-performer/domain/contract';
import type { Endpoint } from '@retail-performer/domain/kernel';
import type { FastifyInstance, InjectOptions } from 'fastify';

/** One endpoint of the contract, under the name `slice.endpoint`. */
export interface Named {
  readonly name: string;
  readonly endpoint: Endpoint;
}

const slices: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = contract;

/** Every endpoint of the product. */
export const everyEndpoint: readonly Named[] = Object.entries(slices).flatMap(([slice, table]) =>
  Object.entries(table).map(([name, endpoint]) => ({ name: `${slice}.${name}`, endpoint })),
);

/** Finds an endpoint by its name. */
export function endpointNamed(name: string): Endpoint {
  const found = everyEndpoint.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No endpoint ${name}`);
  return found.endpoint;
}

/** What a caller sends: the parts of an address, a body that becomes JSON, further headers. */
export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back, read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly code: string | null;
  readonly json: unknown;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** The address of a call. */
export function addressOf(path: string, { params = {}, query = {} }: Call): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params[name] ?? '').toWellFormed()),
  );
  const asked = new URLSearchParams(query).toString();
  return `/api${filled}${asked === '' ? '' : `?${asked}`}`;
}

/** A call that names nothing and says nothing, for whoever is refused before that counts. */
export const blank = ({ path }: Pick<Endpoint, 'path'>): Call => ({
  params: Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name]) => [String(name), 'nowhere'])),
});

/** Sends a call as it is. */
export async function send(app: FastifyInstance, { method, path }: Pick<Endpoint, 'method' | 'path'>, call: Call) {
  return inject(app, {
    method,
    url: addressOf(path, call),
    headers: { ...(call.body !== undefined && { 'content-type': 'application/json' }), ...call.headers },
    ...(call.body !== undefined && { payload: JSON.stringify(call.body) }),
  });
}

/** Sends anything at all. */
export async function inject(app: FastifyInstance, options: InjectOptions): Promise<Answer> {
  const { statusCode: status, body: text, headers } = await app.inject(options);
  const json: unknown = String(headers['content-type']).includes('json') ? JSON.parse(text) : null;
  const { code } = Object(json);
  return { status, code: status >= 400 && typeof code === 'string' ? code : null, json, text, headers };
}

/** A status and, of a refusal, its code: `200`, `403 STORE_FORBIDDEN`. */
export const outcome = ({ status, code }: Answer): string => (code === null ? `${status}` : `${status} ${code}`);
