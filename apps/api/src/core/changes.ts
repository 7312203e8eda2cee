type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The fields that a patch really changes, before and after. */
export interface Changes<T> {
  readonly before: Partial<T>;
  readonly after: Partial<T>;
}

/** What a patch changes of a row; null when everything is as it says already. */
export function changesOf<T extends object>(row: T, patch: Patch<T>): Changes<T> | null {
  // Object.entries forgets the names of the fields.
  const wanted = Object.entries(patch) as [keyof T, T[keyof T] | undefined][];
  const changed = wanted.filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(row[field]),
  );
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, row[field]])) as Partial<T>,
    after: Object.fromEntries(changed) as Partial<T>,
  };
}

/** What the audit log is told of a change: the values of some fields, of all others only that they changed. */
export function toldOf<T extends object>({ before, after }: Changes<T>, shown: readonly (keyof T & string)[]) {
  const told = (values: Partial<T>) =>
    Object.fromEntries(shown.flatMap((each) => (each in after ? [[each, values[each]]] : [])));
  const changed = Object.keys(after).filter((field) => !shown.some((each) => each === field));
  return { before: told(before), after: { ...told(after), ...(changed.length > 0 && { changed }) } };
}
