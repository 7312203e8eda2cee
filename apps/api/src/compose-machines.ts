import type { Background } from './core/background.ts';
import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import type { BillingService } from './features/billing/billing.service.ts';
import { apiKeyService } from './features/integrations/api-key.service.ts';
import { batchService } from './features/integrations/batch.service.ts';
import { keyLifeService } from './features/integrations/key-life.service.ts';
import { machineReadingService } from './features/integrations/machine-reading.service.ts';
import { machineService } from './features/integrations/machine.service.ts';
import { syncService } from './features/integrations/sync.service.ts';
import { syncLogReadingService } from './features/integrations/sync-log-reading.service.ts';
import { syncLogService } from './features/integrations/sync-log.service.ts';
import type { Records } from './records.ts';

interface Outside {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly background: Background;
  readonly billing: BillingService;
}

/** The services of machines: their keys, what they send and read, and what is kept of their calls. */
export const machineServices = ({ data, system, background, billing }: Outside) => ({
  apiKeys: apiKeyService({ data, system }),
  machines: machineService({ data, system, background, spaceOf: billing.spaceOf }),
  keyLives: keyLifeService({ data, system }),
  syncs: syncService({ data, system }),
  batches: batchService({ data, system }),
  machineReadings: machineReadingService({ data }),
  syncLogs: syncLogService({ data, system }),
  syncLogReadings: syncLogReadingService({ data, system }),
});
