import type { Locale } from '../../kernel/index.ts';

/** What an action works on: conversion, matching articles, the value shown, or the trade as a whole. */
export type ActionTopic = 'conversion' | 'units' | 'value' | 'general';

/** Things to do today in the shop; the same place means the same action in each language. */
export const actionBank: Readonly<Record<Locale, Readonly<Record<ActionTopic, readonly string[]>>>> = {
  fr: {
    conversion: [
      'Aujourd’hui, va vers chaque personne qui prend un article en main et pose une question ouverte.',
      'Aujourd’hui, reformule le besoin de chaque client avant de montrer un article.',
      'Aujourd’hui, demande à chaque personne qui hésite ce qui la retient.',
      'Aujourd’hui, propose l’essai à chaque client intéressé.',
      'Aujourd’hui, reviens vers chaque personne qui regarde seule, avec une information utile.',
      'Aujourd’hui, propose clairement l’étape suivante à chaque client qui a trouvé.',
    ],
    units: [
      'Aujourd’hui, propose un article complémentaire pendant l’essai, avant la caisse.',
      'Aujourd’hui, présente une solution complète à chaque client, puis laisse-le choisir.',
      'Aujourd’hui, demande à chaque acheteur ce qu’il a déjà pour aller avec.',
      'Aujourd’hui, ajoute à chaque proposition le produit d’entretien qui va avec.',
      'Aujourd’hui, prépare deux associations d’articles et montre-les quand le besoin s’y prête.',
      'Aujourd’hui, garde près de la cabine un article qui complète ceux que l’on essaie.',
    ],
    value: [
      'Aujourd’hui, montre aussi le modèle supérieur et dis ce qu’il apporte.',
      'Aujourd’hui, commence chaque argument par ce que le client t’a dit.',
      'Aujourd’hui, fais essayer avant de parler de prix.',
      'Aujourd’hui, choisis un article de qualité et apprends son point fort par cœur.',
      'Aujourd’hui, décris à chaque client un moment précis où l’article lui servira.',
      'Aujourd’hui, compare deux articles devant le client et dis ce que chacun fait mieux.',
    ],
    general: [
      'Aujourd’hui, choisis un moment de la vente et soigne-le avec chaque client.',
      'Aujourd’hui, pose une question de plus que d’habitude avant de conseiller.',
      'Aujourd’hui, note ce soir la phrase qui a le mieux marché.',
      'Aujourd’hui, accueille chaque personne avant le premier rayon.',
      'Aujourd’hui, donne à chaque acheteur une raison vraie de revenir.',
      'Aujourd’hui, observe une vente d’un collègue et garde une idée pour toi.',
    ],
  },
  en: {
    conversion: [
      'Today, walk over to each person who picks an item and ask an open question.',
      'Today, say each customer’s need again before you show an item.',
      'Today, ask each person who hesitates what holds them back.',
      'Today, offer a try to each customer who shows interest.',
      'Today, come back to each person who looks around alone, with something worth knowing.',
      'Today, suggest the next step clearly to each customer who has found something.',
    ],
    units: [
      'Today, suggest a matching item during the try-on, before the till.',
      'Today, show each customer a complete solution, then let them choose.',
      'Today, ask each buyer what they already have to go with it.',
      'Today, add the matching care product to each suggestion.',
      'Today, prepare two pairings of items and show them when the need fits.',
      'Today, keep near the fitting room an item that completes those being tried.',
    ],
    value: [
      'Today, show the superior model too and say what it brings.',
      'Today, begin each argument with what the customer told you.',
      'Today, let people try before you speak of the price.',
      'Today, choose an item of quality and learn its strong point by heart.',
      'Today, describe to each customer a precise moment when the item will serve.',
      'Today, compare two items in front of the customer and say what each does better.',
    ],
    general: [
      'Today, choose one moment of the sale and take care with it for each customer.',
      'Today, ask one more question than usual before you advise.',
      'Today, note tonight the sentence that worked best.',
      'Today, greet each person before the first aisle.',
      'Today, give each buyer a true reason to come back.',
      'Today, watch a colleague’s sale and keep one idea for yourself.',
    ],
  },
};
