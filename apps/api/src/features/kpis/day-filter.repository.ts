/** The day of a store. */
export interface DayOfStore {
  readonly store_id: string;
  readonly date: string;
}

/** The filter that finds the rows of some stores' days, one alternative a store. */
export const onDays = (days: readonly DayOfStore[]) => ({
  $or: [...Map.groupBy(days, ({ store_id }) => store_id)].map(([store_id, its]) => ({
    store_id,
    date: { $in: datesOf(its) },
  })),
});

/** The dates of some days, each once. */
export const datesOf = (days: readonly { readonly date: string }[]): string[] => [
  ...new Set(days.map(({ date }) => date)),
];
