import { z } from 'zod';
import { endpoints, euros } from '../kernel/index.ts';
import { Plan } from './entitlement.model.ts';
import { SubscriptionReport } from './subscription.model.ts';

/** What seats cost, without VAT; a price that is null is on quote, a size without end takes any number. */
export const PriceList = z.object({
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
export type PriceList = z.output<typeof PriceList>;

/** The endpoints of seats and subscriptions. */
export const billingApi = endpoints({
  showSubscription: {
    method: 'GET',
    path: '/gerant/subscription/status',
    access: ['gerant'],
    summary: 'Trial, seats and subscription of the owner’s space',
    reply: SubscriptionReport,
  },
  showPrices: {
    method: 'GET',
    path: '/public/pricing',
    access: 'public',
    summary: 'What seats cost, and how long the trial lasts',
    reply: PriceList,
  },
});
