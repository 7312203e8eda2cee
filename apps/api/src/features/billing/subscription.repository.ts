import { SubscriptionRow } from '@retail-performer/domain/billing';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** Our copies of the subscriptions at the payment provider. */
export const Subscriptions = collection('subscriptions', SubscriptionRow, {
  unique: [['stripe_subscription_id'], ['live_key']],
  index: [
    ['workspace_id', 'created_at'],
    ['status', 'trial_end'],
  ],
});

/** Finds subscriptions by the pointer of their workspace. */
export function subscriptionRepository(at: Transaction) {
  const subscriptions = at.of(Subscriptions);
  return {
    get: (id: string): Promise<SubscriptionRow | null> => subscriptions.get(id),

    findMany: (ids: readonly string[]): Promise<SubscriptionRow[]> => subscriptions.find({ id: { $in: ids } }),
  };
}
export type SubscriptionRepository = ReturnType<typeof subscriptionRepository>;
