export { auditApi } from './audit.api.ts';
export { AuditAction, AuditLine, AuditQuery } from './audit.model.ts';
