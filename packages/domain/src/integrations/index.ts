export { ApiKey, ApiKeyInput, ApiKeyRow, NewApiKey } from './api-key.model.ts';
export { keyStatus, keyView, maxLiveKeys, revokedKeyDays } from './api-key.rules.ts';
export { integrationApi } from './integration.api.ts';
export { BatchLineCode, batchLineTexts, integrationErrors, SyncLineCode, syncLineTexts } from './integration.errors.ts';
export { ApiKeyEdit, ApiKeyRotation, keyLifeApi, SyncLog, SyncLogDetail, SyncLogQuery } from './key-life.api.ts';
export { EntryFeedQuery, machineApi, MachinePerson, MachineStats, MachineStore } from './machine.api.ts';
export {
  BatchInput,
  BatchLine,
  BatchLineError,
  BatchReport,
  SyncInput,
  SyncLine,
  SyncLineError,
  maxSyncLines,
  SyncReport,
} from './sync.model.ts';
export { maxLoggedErrors, SyncLogError, SyncLogRow } from './sync-log.model.ts';
export {
  type PlacedLine,
  type RefusedLine,
  type Roster,
  sellerDay,
  sortLines,
  type SoundLine,
  syncStatus,
} from './sync.rules.ts';
export { syncedEntry, type SyncContext } from './sync-entry.rules.ts';
