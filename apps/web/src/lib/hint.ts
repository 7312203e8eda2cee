import type { Me, Role } from './me.ts';

/** What the next visit may know before the server answers; nothing secret, nothing that gives a right. */
export interface Hint {
  readonly role?: Role;
  readonly store_id?: string | null;
  /** Only when the reader chose it here; else the profile decides. */
  readonly locale?: 'fr' | 'en' | undefined;
  readonly theme?: 'light' | 'dark' | undefined;
  readonly remember?: boolean;
}

const key = 'rp-hint';

/** Where the browser keeps a few words between visits. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The hint of the last visit; empty when there was none or it cannot be read. */
export function readHint(store: Store): Hint {
  try {
    const value: unknown = JSON.parse(store.getItem(key) ?? '{}');
    // Own words of an earlier visit: anything else in there is ignored by its readers.
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Adds to the hint; a browser that refuses storage simply starts without one next time. */
export function saveHint(store: Store, change: Hint): void {
  try {
    store.setItem(key, JSON.stringify({ ...readHint(store), ...change }));
  } catch {
    // Private windows may refuse to store anything; the application works without.
  }
}

/** Keeps language and theme, forgets who was here. */
export function forgetPerson(store: Store): void {
  const { locale, theme } = readHint(store);
  try {
    store.setItem(key, JSON.stringify({ locale, theme }));
  } catch {
    // As above.
  }
}

/** What is worth remembering of a person until the next visit. */
export const hintOf = ({ role, store_id }: Me): Hint => ({ role, store_id });
