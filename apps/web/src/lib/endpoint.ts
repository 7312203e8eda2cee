import type { Endpoint } from '@retail-performer/domain/kernel';
import type { z } from 'zod';

/** One operation of the contract as the browser knows it: its method and path; its schemas are types only. */
export interface Route<E extends Endpoint = Endpoint> {
  readonly method: Endpoint['method'];
  readonly path: string;
  readonly endpoint?: E;
}

/** The operations of one slice of the contract, by name. @public */
export type Routes<T> = { readonly [K in keyof T]: T[K] extends Endpoint ? Route<T[K]> : never };

type Part<E, K extends string> = K extends keyof E ? (E[K] extends z.ZodType ? z.input<E[K]> : never) : never;
type Given<E, K extends string> = [Part<E, K>] extends [never]
  ? { readonly [P in K]?: undefined }
  : Partial<Part<E, K>> extends Part<E, K>
    ? { readonly [P in K]?: Part<E, K> }
    : { readonly [P in K]: Part<E, K> };

/** What accompanies a call besides its parts. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Makes a repeated write count once. */
  readonly idempotencyKey?: string;
  /** The revision that the caller has seen; 0 when it saw nothing. */
  readonly ifMatch?: number;
}

/** The parts that an operation asks for, as they travel. */
export type Call<E extends Endpoint> = Given<E, 'params'> & Given<E, 'query'> & Given<E, 'body'> & CallOptions;

/** What an operation answers, as it travels: money is a number of euros. */
export type Answer<E extends Endpoint> = z.input<E['reply']>;

/** What an operation of a slice takes as its body. */
export type Body<E extends Endpoint> = Part<E, 'body'>;
