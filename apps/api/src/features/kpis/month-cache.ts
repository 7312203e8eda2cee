/** The rows of a month, by store. */
export type Block<R> = ReadonlyMap<string, R>;

/** Rows of months, kept from one request to the next while their version stays. */
export interface MonthCache<R> {
  /** The rows kept under a key at this version; undefined where they are not known. */
  get(key: string, version: number): Block<R> | undefined;
  keep(key: string, version: number, rows: Block<R>): void;
}

/**
 * Keeps the rows of months that were asked for last, up to `most` in all by what `weigh` says of each. Whoever asks
 * says which version is current, so that nothing outdated is answered.
 */
export function monthCache<R>(most: number, weigh: (row: R) => number): MonthCache<R> {
  // A Map remembers the order in which it was filled: the first key was asked for longest ago.
  const kept = new Map<string, { readonly version: number; readonly rows: Block<R>; readonly weight: number }>();
  let weight = 0;

  const forget = (key: string): void => {
    weight -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };

  return {
    get(key, version) {
      const found = kept.get(key);
      if (found?.version !== version) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.rows;
    },
    keep(key, version, rows) {
      forget(key);
      const own = [...rows.values()].reduce((sum, row) => sum + weigh(row), 0);
      if (own > most) return;
      kept.set(key, { version, rows, weight: own });
      weight += own;
      for (const oldest of kept.keys()) {
        if (weight <= most) break;
        forget(oldest);
      }
    },
  };
}
