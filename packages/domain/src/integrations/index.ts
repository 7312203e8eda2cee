export { ApiKey, ApiKeyInput, ApiKeyRow } from './api-key.model.ts';
