export { ApiKey, ApiKeyInput, ApiKeyRow, NewApiKey } from './api-key.model.ts';
export { keyStatus, keyView, maxLiveKeys, revokedKeyDays } from './api-key.rules.ts';
export { integrationApi } from './integration.api.ts';
export { integrationErrors, SyncLineCode, syncLineTexts } from './integration.errors.ts';
export { SyncInput, SyncLine, SyncLineError, maxSyncLines, SyncReport } from './sync.model.ts';
export { maxLoggedErrors, SyncLogError, SyncLogRow } from './sync-log.model.ts';
export { type RefusedLine, type Roster, sortLines, type SoundLine, syncStatus } from './sync.rules.ts';
export { syncedEntry, type SyncContext } from './sync-entry.rules.ts';
