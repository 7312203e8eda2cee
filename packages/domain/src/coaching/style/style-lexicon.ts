import type { Locale } from '../../kernel/index.ts';
import type { Letter } from './sheet.ts';

const stems = (text: string): readonly string[] => text.split(' ');

/** Beginnings of words that tell a way of working, without accents, in our own choice. */
export const styleLexicon: Readonly<Record<Locale, Readonly<Record<Letter, readonly string[]>>>> = {
  fr: {
    D: stems(
      'decid rapid vite resultat objectif defi gagn direct efficac challeng determin ambiti conclu fonce initiativ tranch',
    ),
    I: stems(
      'enthousias parl discut echang rencontr convivial souri rire humour energi communic gens spontan anim partag bavard',
    ),
    S: stems(
      'ecout patien aid calme soutien souten rassur stab fidel douce harmoni attenti bienveill accompagn entraid seren',
    ),
    C: stems(
      'verifi precis method analys detail organis qualit chiffr structur rigou exact planifi logiqu etudi prepar controle',
    ),
  },
  en: {
    D: stems(
      'decid decis fast quick result goal challeng winner direct determin ambiti compet efficien bold initiativ target',
    ),
    I: stems('enthus people talk chat share meet fun energ laugh smil communicat team spontan inspir lively sociab'),
    S: stems('listen patien help calm support reassur stab loyal gentl harmon attenti kind steady accompan care seren'),
    C: stems(
      'check precis method analys analyz detail organi quality data structur rigor rigour exact plan logic accura verif',
    ),
  },
};
