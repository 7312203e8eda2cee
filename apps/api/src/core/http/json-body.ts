import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { FastifyInstance } from 'fastify';

/** The largest body of a request, in bytes. */
export const bodyLimit = 1_048_576;

/** Reads bodies as JSON in UTF-8 and as nothing else; an empty one is no body. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: unknown, body: Buffer) => {
    requireUtf8(contentTypeOf(request));
    return body.length === 0 ? undefined : jsonOf(body);
  });
}

const contentTypeOf = (request: unknown): string => {
  // The parser of a body gets the request whose headers these are.
  const { headers } = request as { readonly headers: Readonly<Record<string, string | undefined>> };
  return headers['content-type'] ?? '';
};

function requireUtf8(contentType: string): void {
  const charset = /;\s*charset=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw new AppError(kernelErrors, 'UNSUPPORTED_MEDIA_TYPE');
}

function jsonOf(body: Buffer): unknown {
  try {
    const text = utf8.decode(body);
    return JSON.parse(text, suspicious.test(text) ? dropPrototypes : undefined);
  } catch (error) {
    // Nesting beyond the stack is as unreadable as a missing brace.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) {
      throw new AppError(kernelErrors, 'BAD_JSON');
    }
    throw error;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

// Keys by which a careless copy would change what all objects inherit, escaped or not.
const suspicious = /proto|constructor|\\u/;
const dropPrototypes = (key: string, value: unknown): unknown =>
  key === '__proto__' || key === 'constructor' ? undefined : value;
