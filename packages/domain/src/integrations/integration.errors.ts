import { z } from 'zod';
import type { RefusalTable, Text } from '../kernel/index.ts';

/** The refusals of keys and of what machines send. */
export const integrationErrors = {
  TOO_MANY_ENTRIES: {
    reason: 'malformed',
    fr: 'Un envoi contient 100 lignes au plus : découpez-le.',
    en: 'One call holds at most 100 lines: split it.',
  },
  TOO_MANY_KEYS: {
    reason: 'conflict',
    fr: 'Votre espace a déjà {max} clés en service : révoquez-en une d’abord.',
    en: 'Your space already has {max} live keys: revoke one first.',
  },
  STORE_NOT_ALLOWED: {
    reason: 'forbidden',
    fr: 'Cette clé n’a pas accès à ce magasin.',
    en: 'This key has no access to this store.',
  },
} as const satisfies RefusalTable;

/** The stable code of a refused line. */
export const SyncLineCode = z.enum([
  'SELLER_REQUIRED',
  'SELLER_NOT_FOUND',
  'SELLER_NOT_IN_STORE',
  'DUPLICATE_SELLER',
  'ENTRY_IN_OTHER_STORE',
  'INVALID_AMOUNT',
  'INVALID_COUNT',
]);
export type SyncLineCode = z.output<typeof SyncLineCode>;

/** What can be wrong with one line of a sync while the others are written. */
export const syncLineTexts: Readonly<Record<SyncLineCode, Text>> = {
  SELLER_REQUIRED: { fr: 'La ligne ne nomme aucun vendeur.', en: 'The line names no seller.' },
  SELLER_NOT_FOUND: { fr: 'Ce vendeur est inconnu.', en: 'This seller is unknown.' },
  SELLER_NOT_IN_STORE: {
    fr: 'Ce vendeur ne travaille pas dans ce magasin, ni aujourd’hui ni ce jour-là.',
    en: 'This seller works in another store, today as on that day.',
  },
  DUPLICATE_SELLER: {
    fr: 'Ce vendeur revient plus loin dans l’envoi : seule sa dernière ligne compte.',
    en: 'This seller comes again further on: only the last line counts.',
  },
  ENTRY_IN_OTHER_STORE: {
    fr: 'Ce vendeur a déjà des chiffres ce jour-là dans un autre magasin.',
    en: 'This seller already has figures of that day in another store.',
  },
  INVALID_AMOUNT: {
    fr: 'Le chiffre d’affaires va de 0 à 10 millions d’euros, avec deux décimales au plus.',
    en: 'Turnover goes from 0 to 10 million euros, with two decimals at most.',
  },
  INVALID_COUNT: {
    fr: 'Un nombre de ventes, d’articles ou de visiteurs est un entier de 0 à 100 000.',
    en: 'A number of sales, articles or visitors is a whole number from 0 to 100,000.',
  },
};
