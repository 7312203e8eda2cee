import { queryOptions } from '@tanstack/react-query';
import { integrations } from 'virtual:contract/integrations';
import { api } from '../../lib/client.ts';

/** The keys of the owner's machines, newest first. */
export const apiKeys = () =>
  queryOptions({
    queryKey: ['integrations', 'keys'],
    queryFn: ({ signal }) => api.call(integrations.listApiKeys, { signal }),
  });
