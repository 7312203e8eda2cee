import { endpoints } from '../kernel/index.ts';
import { DemoInput, DemoSwitch, DemoVisit } from './demo.model.ts';

/** The endpoints of demonstrations: a chain of one's own to try everything in. */
export const demoApi = endpoints({
  openDemo: {
    method: 'POST',
    path: '/demo/session',
    access: 'public',
    summary: 'Open a private demonstration and enter it as someone',
    body: DemoInput,
    reply: DemoVisit,
    when_read_only: 'allow',
    limit: 'demo',
    refusals: ['DEMO_DISABLED', 'DEMO_BUSY', 'RATE_LIMITED'],
  },
  switchPerson: {
    method: 'POST',
    path: '/demo/switch',
    access: 'demo',
    summary: 'Go on as someone else of the same demonstration',
    body: DemoSwitch,
    reply: DemoVisit,
    when_read_only: 'allow',
    refusals: ['NOT_FOUND'],
  },
});
