import type { Locale } from '../../kernel/index.ts';

/** Why this pillar is today's: its turn has come, or it is the one with most room. */
export type ReasonCase = 'turn' | 'room';

/** The reasons of a choice, in words. */
export const reasons: Readonly<Record<Locale, Readonly<Record<ReasonCase, readonly string[]>>>> = {
  fr: {
    turn: [
      'Chaque pilier de la vente a son tour : aujourd’hui, c’est le sien.',
      'Un pilier par jour : voici celui du jour.',
      'Changer de pilier chaque jour aide à progresser sur toute la vente.',
    ],
    room: [
      'C’est le pilier où tu as le plus à découvrir en ce moment.',
      'C’est ici que l’entraînement te sera le plus utile.',
      'Ce pilier est celui que tu peux le plus développer.',
    ],
  },
  en: {
    turn: [
      'Each pillar of the sale has its turn: today it is this one.',
      'One pillar a day: here is the one for today.',
      'A new pillar each day helps with the whole of the sale.',
    ],
    room: [
      'It is the pillar where you have most to discover at the moment.',
      'This is where practice will help you most.',
      'This pillar is the one that you can develop most.',
    ],
  },
};
