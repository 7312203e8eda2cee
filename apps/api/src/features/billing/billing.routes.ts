import { billingApi } from '@retail-performer/domain/billing';
import type { Mount } from '../../core/http/mount.ts';
import type { BillingService } from './billing.service.ts';

/** Serves the endpoints of seats and subscriptions. */
export const billingRoutes = (mount: Mount, billing: BillingService): void =>
  mount(billingApi, {
    showSubscription: ({ actor, caller }) => billing.report(actor, caller.locale),
    showPrices: async ({ caller }) => billing.priceList(caller.locale),
  });
