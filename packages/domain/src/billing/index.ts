export { billingApi, PriceList } from './billing.api.ts';
export { billingErrors } from './billing.errors.ts';
export { BlockCode, Entitlement, EntitlementState, EntitlementWarning, Plan } from './entitlement.model.ts';
export {
  daysLeft,
  entitlement,
  type EntitlementInput,
  liveOf,
  staffEntitlement,
  trialSeats,
} from './entitlement.rules.ts';
export { planOf, type Price, price, type Tier, tiers, vatNote } from './price.rules.ts';
export { type ReportInput, reportOf } from './report.rules.ts';
export { SubscriptionReport, SubscriptionRow, SubscriptionStatus, SubscriptionView } from './subscription.model.ts';
export { type TrialMail, trialMailOf } from './trial-mail.rules.ts';
export { type IdleStep, idleStepOf, removalOf } from './idle-space.rules.ts';
