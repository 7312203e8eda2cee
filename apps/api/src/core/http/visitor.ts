import '@fastify/cookie';
import { isIPv4 } from 'node:net';
import { type Locale, localeFrom } from '@retail-performer/domain/kernel';
import type { FastifyRequest } from 'fastify';
import type { Actor, Trace } from '../actor.ts';

/** The program at the other end of a request, before anyone has said who he is. */
export interface Visitor extends Trace {
  readonly ip: string;
  readonly user_agent: string | null;
  /** The language of the answer. */
  readonly locale: Locale;
  /** `api` clients keep their refresh token themselves, browsers get a cookie. */
  readonly client: 'web' | 'api';
  /** The token of the `Authorization` header, unchecked. */
  readonly bearer: string | null;
  /** Whether the request carries the header that no foreign page can send. */
  readonly same_site: boolean;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** Describes the sender of a request; the language is the header's, else the person's, else French. */
export function visitorOf(request: FastifyRequest, actor: Actor | null): Visitor {
  const { headers } = request;
  return {
    request_id: request.id,
    ip: request.ip,
    ip_prefix: ipPrefix(request.ip),
    user_agent: headers['user-agent']?.slice(0, 200) ?? null,
    locale: languageOf(request, actor),
    client: headers['x-client'] === 'api' ? 'api' : 'web',
    bearer: bearerOf(headers.authorization),
    same_site: headers['x-requested-with'] !== undefined,
    cookies: request.cookies ?? {},
  };
}

/** The language of the answer: the header's, else the person's, else French. */
export const languageOf = ({ headers }: FastifyRequest, actor: Actor | null): Locale =>
  localeFrom(headers['accept-language']) ?? (actor !== null && 'locale' in actor ? actor.locale : 'fr');

/** The token of an `Authorization: Bearer` header. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null;
}

/** The network of an address, not the address: /24 of IPv4, /48 of IPv6. */
export function ipPrefix(ip: string): string | null {
  const plain = ip.replace(/^::ffff:/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!ip.includes(':')) return null;
  const groups = (ip.split('::')[0] ?? '').split(':').filter((group) => group !== '');
  return `${[...groups, '0', '0', '0'].slice(0, 3).join(':')}::/48`;
}
