import { queryOptions } from '@tanstack/react-query';
import { billing } from 'virtual:contract/billing';
import { api } from '../../lib/client.ts';

/** Trial, seats and subscription of the owner's space. */
export const subscription = () =>
  queryOptions({
    queryKey: ['billing', 'subscription'],
    queryFn: ({ signal }) => api.call(billing.showSubscription, { signal }),
  });
