import type { RefusalTable } from '../kernel/index.ts';

/** The refusals of the coaching slice. */
export const coachingErrors = {
  AI_QUOTA_REACHED: {
    reason: 'too_many',
    fr: 'La limite d’utilisation de l’IA est atteinte. La version sans IA reste disponible.',
    en: 'The limit for AI texts is reached. The version without AI remains available.',
  },
} as const satisfies RefusalTable;
