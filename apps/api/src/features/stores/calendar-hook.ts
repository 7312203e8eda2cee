/**
 * Told, in the transaction of its cause, that the days of a store on which it may be compared have perhaps become
 * others: opening days, closures, works, opening date, status, zones of its place.
 */
export type CalendarChanged<R> = (at: R, store_id: string) => Promise<void>;
