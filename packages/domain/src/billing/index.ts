export { billingApi } from './billing.api.ts';
export { billingErrors } from './billing.errors.ts';
export { BlockCode, Entitlement, EntitlementState, EntitlementWarning, Plan } from './entitlement.model.ts';
export {
  daysLeft,
  entitlement,
  type EntitlementInput,
  isLive,
  staffEntitlement,
  trialSeats,
} from './entitlement.rules.ts';
export { planOf, type Price, price, type Tier, tiers } from './price.rules.ts';
export { SubscriptionReport, SubscriptionRow, SubscriptionStatus, SubscriptionView } from './subscription.model.ts';
