import { auditApi } from '@retail-performer/domain/audit';
import type { Mount } from '../../core/http/mount.ts';
import type { AuditService } from './audit.service.ts';

/** The endpoint of the journal. */
export const auditRoutes = (mount: Mount, audit: AuditService): void =>
  mount(auditApi, { listAudit: ({ actor, query }) => audit.list(actor, query) });
