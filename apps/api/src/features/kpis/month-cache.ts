/** The rows of a month, by store. */
export type Block<R> = ReadonlyMap<string, R>;

/** Rows of months, kept from one request to the next while their version stays. */
export interface MonthCache<R> {
  /** The rows kept under a key at this version; undefined where they are not known. */
  get(key: string, version: number): Block<R> | undefined;
  keep(key: string, version: number, rows: Block<R>): void;
}

/**
 * Keeps the rows of months that were asked for last, up to `most` rows in all: an owner of 500 stores reads some 8 500
 * of them for a year, about 20 MB. Whoever asks says which version is current, so that nothing outdated is answered.
 */
export function monthCache<R>(most = 12_000): MonthCache<R> {
  // A Map remembers the order in which it was filled: the first key was asked for longest ago.
  const kept = new Map<string, { readonly version: number; readonly rows: Block<R> }>();
  let size = 0;

  const forget = (key: string): void => {
    size -= kept.get(key)?.rows.size ?? 0;
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
      if (rows.size > most) return;
      kept.set(key, { version, rows });
      size += rows.size;
      for (const oldest of kept.keys()) {
        if (size <= most) break;
        forget(oldest);
      }
    },
  };
}
