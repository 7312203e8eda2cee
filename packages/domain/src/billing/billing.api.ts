import { endpoints } from '../kernel/index.ts';
import { SubscriptionReport } from './subscription.model.ts';

/** The endpoints of seats and subscriptions. */
export const billingApi = endpoints({
  showSubscription: {
    method: 'GET',
    path: '/gerant/subscription/status',
    access: ['gerant'],
    summary: 'Trial, seats and subscription of the owner’s space',
    reply: SubscriptionReport,
  },
});
