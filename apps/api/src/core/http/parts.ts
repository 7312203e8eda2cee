import { AppError, invalid, kernelErrors } from '@retail-performer/domain/kernel';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { fieldErrors } from './field-errors.ts';

/** Checks and decodes one part of a request; every field to blame is named at once. */
export function read(part: 'params' | 'query' | 'body', schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value ?? {}, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError(kernelErrors, 'VALIDATION', { errors: fieldErrors(part, result.error) });
}

/** The key by which the caller marks repeats of one deed; null when there is none. */
export function idempotencyKeyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7E]{1,255}$/.test(key)) {
    throw invalid('headers.idempotency-key', 'INVALID_FORMAT');
  }
  return key;
}
