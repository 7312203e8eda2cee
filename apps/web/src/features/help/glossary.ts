import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** One word of the product, what it means, and its formula when it has one. */
export interface Word {
  readonly id: string;
  readonly word: MessageDescriptor;
  readonly meaning: MessageDescriptor;
  readonly formula?: MessageDescriptor;
}

/** The words that every screen uses in the same sense. */
export const glossary: readonly Word[] = [
  {
    id: 'ca',
    word: msg`Chiffre d’affaires (CA)`,
    meaning: msg`Ce qui a été vendu dans la journée, comme l’enseigne le compte.`,
  },
  { id: 'ventes', word: msg`Ventes (tickets)`, meaning: msg`Le nombre de passages en caisse.` },
  { id: 'articles', word: msg`Articles`, meaning: msg`Le nombre d’articles vendus.` },
  {
    id: 'entrees',
    word: msg`Entrées (prospects)`,
    meaning: msg`Les personnes entrées dans le magasin ; comptées par les vendeurs, ou une fois pour tout le magasin.`,
  },
  {
    id: 'pm',
    word: msg`Panier moyen (PM)`,
    meaning: msg`Ce que rapporte une vente.`,
    formula: msg`CA ÷ ventes`,
  },
  {
    id: 'iv',
    word: msg`Indice de vente (IV)`,
    meaning: msg`Combien d’articles compte une vente.`,
    formula: msg`articles ÷ ventes`,
  },
  {
    id: 'taux',
    word: msg`Taux de transformation (Conv.)`,
    meaning: msg`La part des entrées qui achètent ; inconnue quand personne ne compte les entrées.`,
    formula: msg`ventes ÷ entrées × 100`,
  },
  { id: 'saisie', word: msg`Saisie`, meaning: msg`Les chiffres d’une journée donnés par un vendeur.` },
  {
    id: 'corrige',
    word: msg`Corrigé`,
    meaning: msg`Le manager ou le gérant a repris la saisie d’un vendeur ; son nom reste dans l’historique.`,
  },
  { id: 'poste', word: msg`Poste`, meaning: msg`La place d’un vendeur actif ou invité dans l’abonnement.` },
];
