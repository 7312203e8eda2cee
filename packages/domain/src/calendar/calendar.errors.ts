import type { RefusalTable } from '../kernel/index.ts';

/** The refusals of a store's calendar. */
export const calendarErrors = {
  CLOSURE_OVERLAP: {
    reason: 'conflict',
    fr: 'Il y en a déjà un de ce genre pendant ces jours.',
    en: 'There is one of this kind during these days already.',
  },
} as const satisfies RefusalTable;
