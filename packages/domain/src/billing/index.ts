export { billingApi } from './billing.api.ts';
export { billingErrors } from './billing.errors.ts';
export { BlockCode, Entitlement, EntitlementState, EntitlementWarning, Plan } from './entitlement.model.ts';
export { SubscriptionReport, SubscriptionRow, SubscriptionStatus, SubscriptionView } from './subscription.model.ts';
