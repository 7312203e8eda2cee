/** Some measured times of one kind, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly calls: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/** Sums up measured times; percentiles by the nearest rank. */
export function timingOf(name: string, times: readonly number[]): Timing {
  const sorted = times.toSorted((one, other) => one - other);
  const rank = (share: number): number => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { name, calls: times.length, p50: rank(0.5), p95: rank(0.95), worst: rank(1) };
}

/** How long some work takes, in milliseconds, and what it results in. */
export async function timed<R>(work: () => Promise<R> | R): Promise<{ readonly ms: number; readonly result: R }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** Two decimals say enough. */
export const rounded = (ms: number): number => Math.round(ms * 100) / 100;
