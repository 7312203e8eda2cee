import type { Entry } from './figures.ts';

/** What may still happen to a day's figures, as far as an entry itself tells. */
export type EntryState = 'missing' | 'entered' | 'corrected' | 'locked';

/** The state of a day: nothing yet, sent by its seller, set by the manager, or brought by the till. */
export function stateOf(entry: Entry | null): EntryState {
  if (entry === null) return 'missing';
  if (entry.locked) return 'locked';
  return entry.entered_by_role === 'seller' ? 'entered' : 'corrected';
}
