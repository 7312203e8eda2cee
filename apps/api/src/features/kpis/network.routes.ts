import { networkApi } from '@retail-performer/domain/kpis';
import type { Mount } from '../../core/http/mount.ts';
import type { NetworkService } from './network.service.ts';

/** Serves what an owner reads of all his stores at once. */
export const networkRoutes = (mount: Mount, network: NetworkService): void =>
  mount(networkApi, {
    summarizeNetwork: async ({ actor, query, answer }) => {
      const { summary, version } = await network.summarize(actor, query);
      answer.etag(version);
      return summary;
    },
  });
