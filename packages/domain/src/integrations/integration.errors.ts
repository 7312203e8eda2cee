import { z } from 'zod';
import { fieldTexts, type RefusalTable, type Text } from '../kernel/index.ts';
import { storeErrors } from '../stores/index.ts';

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
  API_KEY_INACTIVE: {
    reason: 'conflict',
    fr: 'Cette clé est révoquée ou expirée : créez-en une autre.',
    en: 'This key is revoked or expired: make another one.',
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

/** The stable code of a refused line that names its own store and day. */
export const BatchLineCode = z.enum([
  ...SyncLineCode.options,
  'STORE_REQUIRED',
  'STORE_NOT_FOUND',
  'STORE_NOT_ALLOWED',
  'STORE_NOT_OPEN',
  'INVALID_DATE',
  'DATE_IN_FUTURE',
  'DATE_TOO_OLD',
  'BEFORE_STORE_OPENING',
]);
export type BatchLineCode = z.output<typeof BatchLineCode>;

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

/** What can be wrong with one line of a batch while the others are written. */
export const batchLineTexts: Readonly<Record<BatchLineCode, Text>> = {
  ...syncLineTexts,
  STORE_REQUIRED: { fr: 'La ligne ne nomme aucun magasin.', en: 'The line names no store.' },
  STORE_NOT_FOUND: { fr: 'Ce magasin est inconnu.', en: 'This store is unknown.' },
  STORE_NOT_ALLOWED: integrationErrors.STORE_NOT_ALLOWED,
  STORE_NOT_OPEN: storeErrors.STORE_NOT_OPEN,
  INVALID_DATE: fieldTexts.INVALID_DATE,
  DATE_IN_FUTURE: fieldTexts.DATE_IN_FUTURE,
  DATE_TOO_OLD: fieldTexts.DATE_TOO_OLD,
  BEFORE_STORE_OPENING: fieldTexts.BEFORE_STORE_OPENING,
};
