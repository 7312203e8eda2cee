export { adminApi, AdminStats, AdminWorkspace } from './admin.api.ts';
