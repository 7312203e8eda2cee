import { endpoints, page } from '../kernel/index.ts';
import { AuditLine, AuditQuery } from './audit.model.ts';

/** What happened in a workspace, for its owner. */
export const auditApi = endpoints({
  listAudit: {
    method: 'GET',
    path: '/gerant/audit',
    access: ['gerant'],
    summary: 'The journal of the own workspace, newest first',
    query: AuditQuery,
    reply: page(AuditLine),
  },
});
