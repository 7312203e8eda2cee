import { type Cents, cents, invalid, type Text } from '../kernel/index.ts';
import type { Plan } from './entitlement.model.ts';

/** One size of team, and what each of its seats costs, without VAT; null is on quote. */
export interface Tier {
  readonly plan: Plan;
  readonly name: Text;
  readonly min_seats: number;
  readonly max_seats: number | null;
  readonly unit_month: Cents | null;
  readonly unit_year: Cents | null;
}

// Twelve months for the price of 9.6.
const yearly = (month: Cents): Cents => cents((month * 12 * 80) / 100);

const tier = (plan: Plan, fr: string, en: string, seats: readonly [number, number], month: number): Tier => ({
  plan,
  name: { fr, en },
  min_seats: seats[0],
  max_seats: seats[1],
  unit_month: cents(month),
  unit_year: yearly(cents(month)),
});

/** What every price leaves out. */
export const vatNote: Text = { fr: 'Prix hors taxes.', en: 'Prices exclude VAT.' };

/** The price list; the unit price of a tier applies to all seats. Every plan has the same features. */
export const tiers: readonly Tier[] = [
  tier('starter', 'Petite équipe', 'Small team', [1, 5], 2900),
  tier('professional', 'Équipe moyenne', 'Medium team', [6, 15], 2500),
  {
    plan: 'enterprise',
    name: { fr: 'Grande équipe', en: 'Large team' },
    min_seats: 16,
    max_seats: null,
    unit_month: null,
    unit_year: null,
  },
];

/** What some seats cost for one month or one year, in cents without VAT; null is on quote. */
export interface Price {
  readonly plan: Plan;
  readonly unit: Cents | null;
  readonly total: Cents | null;
}

/** Prices a number of seats; anything but a whole number from 1 on is refused. */
export function price(seats: number, interval: 'month' | 'year'): Price {
  if (!Number.isSafeInteger(seats)) throw invalid('seats', 'NOT_INTEGER');
  if (seats < 1) throw invalid('seats', 'TOO_SMALL');
  const { plan, unit_month, unit_year } = tierOf(seats);
  const unit = interval === 'month' ? unit_month : unit_year;
  return { plan, unit, total: unit === null ? null : cents(unit * seats) };
}

/** The plan for a number of seats. */
export const planOf = (seats: number): Plan => tierOf(seats).plan;

function tierOf(seats: number): Tier {
  const found = tiers.find(({ max_seats }) => max_seats === null || seats <= max_seats);
  if (found === undefined) throw new Error('The last tier has no end');
  return found;
}
