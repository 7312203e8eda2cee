import type { RefusalTable } from '../kernel/index.ts';

/** The refusals around demonstrations. */
export const demoErrors = {
  DEMO_DISABLED: {
    reason: 'not_found',
    fr: 'La démonstration n’est pas proposée ici.',
    en: 'There is no demonstration here.',
  },
  DEMO_NOT_AVAILABLE: {
    reason: 'conflict',
    fr: 'Ce n’est pas possible dans la démonstration. Créez votre espace pour l’utiliser.',
    en: 'This is not possible in the demonstration. Create your own space to use it.',
  },
  DEMO_BUSY: {
    reason: 'unavailable',
    fr: 'Toutes les démonstrations sont occupées. Réessayez un peu plus tard.',
    en: 'All demonstrations are in use. Try again a little later.',
  },
} as const satisfies RefusalTable;
