import { networkApi } from '@retail-performer/domain/kpis';
import type { Mount } from '../../core/http/mount.ts';
import type { NetworkService } from './network.service.ts';

/** Serves what an owner reads of all his stores at once. */
export const networkRoutes = (mount: Mount, network: NetworkService): void =>
  mount(networkApi, {
    summarizeNetwork: ({ actor, query, answer }) => {
      answer.versioned();
      return network.summarize(actor, query);
    },
  });
