import { demoApi } from '@retail-performer/domain/demo';
import type { Mount } from '../../core/http/mount.ts';
import type { DemoVisitService } from './demo-visit.service.ts';

/** Serves demonstrations. */
export const demoRoutes = (mount: Mount, visits: DemoVisitService): void =>
  mount(demoApi, {
    openDemo: ({ body, caller }) => visits.open(body, caller),
    switchPerson: ({ actor, body, caller }) => visits.switchTo(actor, body, caller),
  });
