import type { Locale } from '../../kernel/index.ts';
import type { Lever } from './review.rules.ts';

type Variants = readonly [string, string, string];

/** What to look at first, what was the best day; `{{key}}` for each fact. */
export interface FocusBank {
  readonly lever: Readonly<Record<Lever, Variants>>;
  readonly strength: Readonly<Record<Lever, Variants>>;
  readonly none: Variants;
  readonly not_enough: Variants;
  readonly best_day: Variants;
  readonly weekday: Variants;
}

/** The sentences of the lever or strength, and of the best days. */
export const focusBank: Readonly<Record<Locale, FocusBank>> = {
  fr: {
    lever: {
      tt: [
        'Le point à travailler est la transformation : {{lever_change}}.',
        'C’est le taux de transformation qui pèse le plus : {{lever_change}}.',
        'Regarde d’abord ton taux de transformation : {{lever_change}}.',
      ],
      iv: [
        'Le point à travailler est l’indice de vente : {{lever_change}}.',
        'C’est l’indice de vente qui pèse le plus : {{lever_change}}.',
        'Regarde d’abord ton indice de vente : {{lever_change}}.',
      ],
      pma: [
        'Le point à travailler est le prix moyen par article : {{lever_change}}.',
        'C’est le prix moyen par article qui pèse le plus : {{lever_change}}.',
        'Regarde d’abord ton prix moyen par article : {{lever_change}}.',
      ],
      pm: [
        'Le point à travailler est le panier moyen : {{lever_change}}.',
        'C’est le panier moyen qui pèse le plus : {{lever_change}}.',
        'Regarde d’abord ton panier moyen : {{lever_change}}.',
      ],
    },
    strength: {
      tt: [
        'Ton appui du moment est la transformation : {{lever_change}}.',
        'C’est ton taux de transformation qui te porte : {{lever_change}}.',
        'Garde ce que tu fais pour la transformation : {{lever_change}}.',
      ],
      iv: [
        'Ton appui du moment est l’indice de vente : {{lever_change}}.',
        'C’est ton indice de vente qui te porte : {{lever_change}}.',
        'Garde ce que tu fais pour l’indice de vente : {{lever_change}}.',
      ],
      pma: [
        'Ton appui du moment est le prix moyen par article : {{lever_change}}.',
        'C’est ton prix moyen par article qui te porte : {{lever_change}}.',
        'Garde ce que tu fais pour le prix moyen par article : {{lever_change}}.',
      ],
      pm: [
        'Ton appui du moment est le panier moyen : {{lever_change}}.',
        'C’est ton panier moyen qui te porte : {{lever_change}}.',
        'Garde ce que tu fais pour le panier moyen : {{lever_change}}.',
      ],
    },
    none: [
      'Rien ne se détache par rapport à tes journées précédentes : ta manière de vendre est régulière.',
      'Tes chiffres se tiennent : aucun point ne pèse plus que les autres.',
      'Ta manière de vendre reste la même que sur tes journées précédentes.',
    ],
    not_enough: [
      'Pas assez de données pour comparer avec tes journées précédentes.',
      'Il n’y a pas assez de données pour désigner un point à travailler.',
      'Pas assez de données pour l’instant : la comparaison viendra avec tes prochaines journées.',
    ],
    best_day: [
      'Ton meilleur jour est le {{best_date}}, avec un CA de {{best_ca}}.',
      'Le {{best_date}} est ton meilleur jour : {{best_ca}} de CA.',
      'À retenir : le {{best_date}}, ton CA est de {{best_ca}}.',
    ],
    weekday: [
      'Dans la semaine, ton meilleur jour est le {{weekday}} : {{weekday_ca}} de CA en moyenne.',
      'En moyenne, c’est le {{weekday}} que ton CA est le plus fort : {{weekday_ca}}.',
      'Le {{weekday}} est ton meilleur jour de la semaine, avec un CA moyen de {{weekday_ca}}.',
    ],
  },
  en: {
    lever: {
      tt: [
        'The point to work on is conversion: {{lever_change}}.',
        'Conversion weighs most: {{lever_change}}.',
        'Look first at your conversion rate: {{lever_change}}.',
      ],
      iv: [
        'The point to work on is units per sale: {{lever_change}}.',
        'Units per sale weigh most: {{lever_change}}.',
        'Look first at your units per sale: {{lever_change}}.',
      ],
      pma: [
        'The point to work on is the price per item: {{lever_change}}.',
        'The price per item weighs most: {{lever_change}}.',
        'Look first at your price per item: {{lever_change}}.',
      ],
      pm: [
        'The point to work on is the average basket: {{lever_change}}.',
        'The average basket weighs most: {{lever_change}}.',
        'Look first at your average basket: {{lever_change}}.',
      ],
    },
    strength: {
      tt: [
        'Your asset at the moment is conversion: {{lever_change}}.',
        'It is your conversion rate that carries you: {{lever_change}}.',
        'Keep what you do for conversion: {{lever_change}}.',
      ],
      iv: [
        'Your asset at the moment is units per sale: {{lever_change}}.',
        'It is your units per sale that carry you: {{lever_change}}.',
        'Keep what you do for units per sale: {{lever_change}}.',
      ],
      pma: [
        'Your asset at the moment is the price per item: {{lever_change}}.',
        'It is your price per item that carries you: {{lever_change}}.',
        'Keep what you do for the price per item: {{lever_change}}.',
      ],
      pm: [
        'Your asset at the moment is the average basket: {{lever_change}}.',
        'It is your average basket that carries you: {{lever_change}}.',
        'Keep what you do for the average basket: {{lever_change}}.',
      ],
    },
    none: [
      'Nothing stands out against your earlier days: your way of selling is regular.',
      'Your figures hold together: no point weighs more than the others.',
      'Your way of selling is the same as on your earlier days.',
    ],
    not_enough: [
      'There is not enough data to compare with your earlier days.',
      'Not enough data to name a point to work on.',
      'Not enough data for now: the comparison will come with your next days.',
    ],
    best_day: [
      'Your best day is {{best_date}}, with a turnover of {{best_ca}}.',
      '{{best_date}} is your best day: {{best_ca}} of turnover.',
      'To remember: on {{best_date}}, your turnover is {{best_ca}}.',
    ],
    weekday: [
      'In the week, your best day is {{weekday}}: {{weekday_ca}} of turnover on average.',
      'On average, your turnover is highest on {{weekday}}: {{weekday_ca}}.',
      '{{weekday}} is your best day of the week, with a mean turnover of {{weekday_ca}}.',
    ],
  },
};
