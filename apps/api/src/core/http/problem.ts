import {
  AppError,
  fieldTexts,
  kernelErrors,
  type Locale,
  notFound,
  reasons,
  type RefusalDetails,
} from '@retail-performer/domain/kernel';
import { DatabaseUnavailableError } from '../database/collection.ts';

/** A refusal as it goes over the wire: RFC 9457 problem details, and the headers that belong to it. */
export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Says a refusal in the caller's language. */
export function problemOf(error: AppError, locale: Locale, request_id: string): Problem {
  const { code, refusal, details } = error;
  const { status, ...title } = reasons[refusal.reason];
  const retry_after = details.retry_after ?? (status === 503 ? 2 : undefined);
  return {
    status,
    headers: {
      ...details.headers,
      ...(status === 401 && { 'www-authenticate': challengeOf(code) }),
      ...(retry_after !== undefined && { 'retry-after': String(retry_after) }),
    },
    body: {
      type: `/api/docs/errors#${code}`,
      title: title[locale],
      status,
      code,
      detail: spoken(refusal[locale], details.values, locale),
      errors: (details.errors ?? []).map(({ path, code: fault, text }) => ({
        path,
        code: fault,
        message: (text ?? fieldTexts[fault])[locale],
      })),
      ...(details.resource !== undefined && { resource: details.resource }),
      ...(retry_after !== undefined && { retry_after }),
      ...details.extensions,
      request_id,
    },
  };
}

// The value of each `{name}`, in the language of the sentence.
const spoken = (sentence: string, values: RefusalDetails['values'], locale: Locale): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values?.[name];
    return value === undefined ? placeholder : String(typeof value === 'object' ? value[locale] : value);
  });

// What the caller is to show, and that what he showed is no longer good.
function challengeOf(code: string): string {
  if (code.startsWith('API_KEY')) return 'ApiKey realm="retail-performer"';
  const stale = ['TOKEN_INVALID', 'TOKEN_EXPIRED', 'SESSION_REVOKED'].includes(code);
  return `Bearer realm="retail-performer"${stale ? ', error="invalid_token"' : ''}`;
}

// What Fastify and its plugins refuse by themselves, by their codes.
const refusedBefore: Readonly<Record<string, keyof typeof kernelErrors>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_EMPTY_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_JSON',
  FST_ERR_HANDLER_TIMEOUT: 'TIMEOUT',
  FST_UNDER_PRESSURE: 'OVERLOADED',
};

/** The refusal that any failure amounts to; what nobody foresaw is our fault. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof DatabaseUnavailableError) return new AppError(kernelErrors, 'DATABASE_UNAVAILABLE');
  // A file that is not there, or that nobody may name.
  if (error instanceof Error && 'statusCode' in error && [403, 404].includes(Number(error.statusCode))) {
    return notFound('route');
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = refusedBefore[code] ?? 'INTERNAL';
  return new AppError(kernelErrors, known, known === 'OVERLOADED' ? { retry_after: 5 } : {});
}
