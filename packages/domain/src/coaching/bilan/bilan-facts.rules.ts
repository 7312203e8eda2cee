import { halfUp, type Text } from '../../kernel/index.ts';
import type { FactDraft } from '../facts/fact.model.ts';
import {
  bestDay,
  bestWeekday,
  type DayFigures,
  type Focus,
  focusOf,
  type Lever,
  type Sums,
  sumsOf,
  turnoverChange,
  visitorsCounted,
} from './review.rules.ts';

/** Everything that a review may speak of: which cases apply, and the facts they need. */
export interface BilanGround {
  readonly result: 'no_sale' | 'turnover_only' | 'sales_only' | 'one_sale' | 'sales';
  readonly trend: 'up' | 'down' | 'stable' | null;
  readonly focus: Focus;
  readonly facts: readonly FactDraft[];
}

/** Reads at most 30 days and as many before; newest first. A change is spoken of from ±5 % on. */
export function bilanGround(days: readonly DayFigures[], before: readonly DayFigures[]): BilanGround {
  const [now, then] = [sumsOf(days), sumsOf(before)];
  const change = turnoverChange(then, now);
  const focus = focusOf(then, now);
  return {
    result: resultOf(now),
    trend: trendOf(change),
    focus,
    facts: [
      ...totalFacts(now),
      ...(change !== null && Math.abs(change) >= 500 ? [changeFact('ca_change', 'ca', change, labels.ca_change)] : []),
      ...('lever' in focus ? leverFacts(focus.lever, then, now) : []),
      ...dayFacts(days),
    ],
  };
}

function resultOf({ ca, ventes }: Sums): BilanGround['result'] {
  if (ventes === 0) return ca === 0 ? 'no_sale' : 'turnover_only';
  if (ca === 0) return 'sales_only';
  return ventes === 1 ? 'one_sale' : 'sales';
}

function trendOf(change: number | null): BilanGround['trend'] {
  if (change === null) return null;
  if (Math.abs(change) < 500) return 'stable';
  return change > 0 ? 'up' : 'down';
}

const labels = {
  days: { fr: 'Jours saisis', en: 'Days entered' },
  ca: { fr: 'CA', en: 'Turnover' },
  ventes: { fr: 'Ventes', en: 'Sales' },
  pm: { fr: 'Panier moyen', en: 'Average basket' },
  iv: { fr: 'Indice de vente', en: 'Units per sale' },
  tt: { fr: 'Taux de transformation', en: 'Conversion rate' },
  ca_change: { fr: 'Évolution du CA par jour saisi', en: 'Change of turnover per day entered' },
  best_date: { fr: 'Meilleur jour', en: 'Best day' },
  best_ca: { fr: 'CA du meilleur jour', en: 'Turnover of the best day' },
  weekday: { fr: 'Meilleur jour de la semaine', en: 'Best weekday' },
  weekday_ca: { fr: 'CA moyen de ce jour', en: 'Mean turnover of that weekday' },
} as const satisfies Record<string, Text>;

const changeLabels: Readonly<Record<Lever, Text>> = {
  tt: { fr: 'Évolution du taux de transformation', en: 'Change of the conversion rate' },
  iv: { fr: 'Évolution de l’indice de vente', en: 'Change of units per sale' },
  pm: { fr: 'Évolution du panier moyen', en: 'Change of the average basket' },
  pma: { fr: 'Évolution du prix moyen par article', en: 'Change of the price per item' },
};

const known = { signed: false, period: null, source: 'kpi_entries' } as const;

function totalFacts(sums: Sums): readonly FactDraft[] {
  const { days, ca, ventes, articles } = sums;
  const sold = ventes > 0;
  return [
    { ...known, key: 'days', kind: 'none', unit: 'days', value: days, label: labels.days },
    { ...known, key: 'ca', kind: 'ca', unit: 'eur', value: ca, label: labels.ca },
    { ...known, key: 'ventes', kind: 'ventes', unit: 'count', value: ventes, label: labels.ventes },
    ...(sold && ca > 0
      ? [{ ...known, key: 'pm', kind: 'pm', unit: 'eur', value: halfUp(ca, ventes), label: labels.pm } as const]
      : []),
    ...(sold && articles > 0
      ? [
          {
            ...known,
            key: 'iv',
            kind: 'iv',
            unit: 'ratio',
            value: halfUp(articles * 100, ventes),
            label: labels.iv,
          } as const,
        ]
      : []),
    ...(sold && visitorsCounted(sums)
      ? [
          {
            ...known,
            key: 'tt',
            kind: 'tt',
            unit: 'pct',
            value: conversionOf(sums),
            label: labels.tt,
          } as const,
        ]
      : []),
  ];
}

function leverFacts(lever: Lever, before: Sums, after: Sums): readonly FactDraft[] {
  if (lever === 'tt') {
    const points = conversionOf(after) - conversionOf(before);
    return [{ ...changeFact('lever_change', 'tt', points, changeLabels.tt), unit: 'pts' }];
  }
  const [top, bottom] = ratioOf[lever];
  const reference = before[top] * after[bottom];
  const change = halfUp((after[top] * before[bottom] - reference) * 10_000, reference);
  return [changeFact('lever_change', lever, change, changeLabels[lever])];
}

const ratioOf = { iv: ['articles', 'ventes'], pm: ['ca', 'ventes'], pma: ['ca', 'articles'] } as const;

function dayFacts(days: readonly DayFigures[]): readonly FactDraft[] {
  const best = bestDay(days);
  const weekday = bestWeekday(days);
  return [
    ...(best === null
      ? []
      : [
          {
            ...known,
            key: 'best_date',
            kind: 'none',
            unit: 'date',
            value: dateValue(best.date),
            label: labels.best_date,
          } as const,
          {
            ...known,
            key: 'best_ca',
            kind: 'ca',
            unit: 'eur',
            value: best.ca_journalier,
            label: labels.best_ca,
          } as const,
        ]),
    ...(weekday === null
      ? []
      : [
          {
            ...known,
            key: 'weekday',
            kind: 'none',
            unit: 'date',
            value: weekday.weekday,
            label: labels.weekday,
          } as const,
          {
            ...known,
            key: 'weekday_ca',
            kind: 'ca',
            unit: 'eur',
            value: weekday.mean,
            label: labels.weekday_ca,
          } as const,
        ]),
  ];
}

const conversionOf = ({ ventes, prospects }: Sums): number => halfUp(ventes * 10_000, prospects);

const dateValue = (date: string): number => Number(date.replaceAll('-', ''));

const changeFact = (key: string, kind: FactDraft['kind'], value: number, label: Text): FactDraft => ({
  ...known,
  key,
  kind,
  unit: 'pct',
  value,
  signed: true,
  label,
});
