import { z } from 'zod';
import { endpoints, euros } from '../kernel/index.ts';
import { Plan } from './entitlement.model.ts';

/** The public price list, without VAT; null means on quote. */
export const Pricing = z.object({
  currency: z.literal('EUR'),
  trial_days: z.int(),
  trial_seats: z.int(),
  vat_note: z.string(),
  tiers: z.array(
    z.object({
      plan: Plan,
      name: z.string(),
      min_seats: z.int(),
      max_seats: z.int().nullable(),
      unit_month: euros().nullable(),
      unit_year: euros().nullable(),
    }),
  ),
});
export type Pricing = z.output<typeof Pricing>;

/** The public price list. */
export const pricingApi = endpoints({
  showPricing: {
    method: 'GET',
    path: '/public/pricing',
    access: 'public',
    summary: 'Prices a seat, by number of seats',
    reply: Pricing,
  },
});
