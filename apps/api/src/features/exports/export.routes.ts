import { exportApi } from '@retail-performer/domain/exports';
import type { Mount } from '../../core/http/mount.ts';
import type { ExportService } from './export.service.ts';

/** Serves figures as files. */
export const exportRoutes = (mount: Mount, exports: ExportService): void =>
  mount(exportApi, {
    exportStore: ({ actor, params, query, caller }) =>
      exports.exportStore(actor, params.store_id, query, caller.locale),
    exportMine: ({ actor, query, caller }) => exports.exportMine(actor, query, caller.locale),
    exportNetwork: ({ actor, query, caller }) => exports.exportNetwork(actor, query, caller.locale),
  });
