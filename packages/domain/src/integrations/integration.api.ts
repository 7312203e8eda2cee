import { z } from 'zod';
import { endpoints } from '../kernel/index.ts';
import { ApiKey, ApiKeyInput, NewApiKey } from './api-key.model.ts';
import { SyncInput, SyncReport } from './sync.model.ts';

/** The endpoints of machines and of the keys they hold. */
export const integrationApi = endpoints({
  createApiKey: {
    method: 'POST',
    path: '/integrations/api-keys',
    access: ['gerant'],
    summary: 'Make a key for a machine; its secret is shown this once',
    body: ApiKeyInput,
    reply: NewApiKey,
    idempotent: true,
    when_read_only: 'by_service',
    refusals: ['TOO_MANY_KEYS', 'SECRET_ALREADY_SHOWN', 'DEMO_NOT_AVAILABLE'],
  },
  listApiKeys: {
    method: 'GET',
    path: '/integrations/api-keys',
    access: ['gerant'],
    summary: 'The keys of the owner’s machines, newest first; revoked ones for 90 days',
    reply: z.array(ApiKey),
    refusals: ['DEMO_NOT_AVAILABLE'],
  },
  syncKpis: {
    method: 'POST',
    path: '/integrations/kpi/sync',
    aliases: ['/integrations/v1/kpi/sync', '/v1/integrations/kpi/sync'],
    access: { api_key: 'write:kpi' },
    summary: 'Write the till’s figures of one store and day, at most 100 lines at once',
    body: SyncInput,
    reply: SyncReport,
    idempotent: true,
    when_read_only: 'by_service',
    limit: 'api_key',
    refusals: ['TOO_MANY_ENTRIES', 'NOT_FOUND', 'STORE_NOT_ALLOWED', 'STORE_NOT_OPEN'],
  },
});
