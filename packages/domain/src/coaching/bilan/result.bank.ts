import type { Locale } from '../../kernel/index.ts';
import type { BilanGround } from './bilan-facts.rules.ts';

type Variants = readonly [string, string, string];

/** The sentences of what was done, with `{{key}}` for each fact. */
export interface ResultBank {
  readonly result: Readonly<Record<BilanGround['result'], Variants>>;
  readonly pm: Variants;
  readonly iv: Variants;
  readonly tt: Variants;
  readonly trend: Readonly<Record<'up' | 'down' | 'stable', Variants>>;
}

/** What was done, the ratios that go with it, and which way it goes. */
export const resultBank: Readonly<Record<Locale, ResultBank>> = {
  fr: {
    result: {
      no_sale: [
        'Tu as saisi {{days}}, sans vente pour l’instant.',
        'Sur {{days}}, aucune vente n’est encore notée.',
        'Pas encore de vente sur {{days}} : tout reste à écrire.',
      ],
      turnover_only: [
        'Sur {{days}}, ton CA est de {{ca}}.',
        'Tu totalises {{ca}} de CA sur {{days}}.',
        'Ton CA atteint {{ca}} sur {{days}}.',
      ],
      sales_only: [
        'Ventes conclues sur {{days}} : {{ventes}}.',
        'Sur {{days}}, voici tes ventes conclues : {{ventes}}.',
        'Tes ventes sur {{days}} : {{ventes}}.',
      ],
      one_sale: [
        'Sur {{days}}, tu as conclu une vente, pour un CA de {{ca}}.',
        'Une vente conclue sur {{days}}, et un CA de {{ca}}.',
        'Ton CA est de {{ca}}, fait d’une seule vente sur {{days}}.',
      ],
      sales: [
        'Sur {{days}}, ton CA est de {{ca}} pour {{ventes}} ventes.',
        'Tu as conclu {{ventes}} ventes sur {{days}}, pour un CA de {{ca}}.',
        'Ton CA atteint {{ca}} avec {{ventes}} ventes sur {{days}}.',
      ],
    },
    pm: ['Ton panier moyen est de {{pm}}.', 'Panier moyen : {{pm}}.', 'Le panier moyen de tes clients est de {{pm}}.'],
    iv: ['Ton indice de vente est de {{iv}}.', 'Indice de vente : {{iv}}.', 'Ton indice de vente s’établit à {{iv}}.'],
    tt: [
      'Ton taux de transformation est de {{tt}}.',
      'Taux de transformation : {{tt}}.',
      'Ton taux de transformation s’établit à {{tt}}.',
    ],
    trend: {
      up: [
        'Par jour saisi, ton CA progresse : {{ca_change}} par rapport à tes journées précédentes.',
        'Ton CA par jour saisi est en hausse : {{ca_change}} sur tes journées d’avant.',
        'Comparé à tes journées précédentes, ton CA par jour gagne du terrain : {{ca_change}}.',
      ],
      down: [
        'Par jour saisi, ton CA recule : {{ca_change}} par rapport à tes journées précédentes.',
        'Ton CA par jour saisi est en baisse : {{ca_change}} sur tes journées d’avant.',
        'Comparé à tes journées précédentes, ton CA par jour est en retrait : {{ca_change}}.',
      ],
      stable: [
        'Par jour saisi, ton CA est stable par rapport à tes journées précédentes.',
        'Ton CA par jour saisi reste stable.',
        'Comparé à tes journées précédentes, ton CA par jour est stable.',
      ],
    },
  },
  en: {
    result: {
      no_sale: [
        'You entered {{days}}, with no sale yet.',
        'Over {{days}}, no sale has been noted yet.',
        'No sale yet over {{days}}: all is still to be written.',
      ],
      turnover_only: [
        'Over {{days}}, your turnover is {{ca}}.',
        'Your turnover comes to {{ca}} over {{days}}.',
        'You have made {{ca}} of turnover over {{days}}.',
      ],
      sales_only: [
        'Sales closed over {{days}}: {{ventes}}.',
        'Over {{days}}, here are the sales you closed: {{ventes}}.',
        'Your sales over {{days}}: {{ventes}}.',
      ],
      one_sale: [
        'Over {{days}}, you closed one sale, for a turnover of {{ca}}.',
        'One sale closed over {{days}}, and a turnover of {{ca}}.',
        'Your turnover is {{ca}}, made of a single sale over {{days}}.',
      ],
      sales: [
        'Over {{days}}, your turnover is {{ca}} from {{ventes}} sales.',
        'You closed {{ventes}} sales over {{days}}, for a turnover of {{ca}}.',
        'Your turnover comes to {{ca}} with {{ventes}} sales over {{days}}.',
      ],
    },
    pm: [
      'Your average basket is {{pm}}.',
      'Average basket: {{pm}}.',
      'The average basket of your customers is {{pm}}.',
    ],
    iv: ['Your units per sale: {{iv}}.', 'Units per sale: {{iv}}.', 'You sell {{iv}} units per sale.'],
    tt: ['Your conversion rate is {{tt}}.', 'Conversion rate: {{tt}}.', 'Your conversion rate stands at {{tt}}.'],
    trend: {
      up: [
        'Per day entered, your turnover is growing: {{ca_change}} against your earlier days.',
        'Your turnover per day entered is up: {{ca_change}} on the days before.',
        'Against your earlier days, your turnover per day gained ground: {{ca_change}}.',
      ],
      down: [
        'Per day entered, your turnover fell: {{ca_change}} against your earlier days.',
        'Your turnover per day entered is down: {{ca_change}} on the days before.',
        'Against your earlier days, your turnover per day lost ground: {{ca_change}}.',
      ],
      stable: [
        'Per day entered, your turnover is stable against your earlier days.',
        'Your turnover per day entered remains stable.',
        'Against your earlier days, your turnover per day is stable.',
      ],
    },
  },
};
