import type { Outside, Services } from './compose.ts';
import { authenticator } from './core/http/authenticate.ts';
import type { Gate } from './core/http/gate.ts';
import { idempotency } from './core/http/idempotency.ts';
import { counters } from './core/limits/counters.ts';
import { fullWindows } from './core/limits/full-windows.ts';
import { limitsBy } from './core/limits/limits.ts';
import { localCounters } from './core/limits/local-counters.ts';

/** What every request passes through on its way to a service: who calls, how often, and whether for the first time. */
export const gateOf = ({ database, system, config, log }: Outside, { identity, machines }: Services): Gate => ({
  authenticate: authenticator({
    user: (token, trace) => identity.identify(token, trace),
    key: (secret, trace) => machines.identify(secret, trace),
  }),
  limits: limitsBy({
    shared: fullWindows(counters(database, system), system),
    local: localCounters(system),
    settings: {
      scale: config.RATE_LIMIT_SCALE,
      per_key: config.API_RATE_LIMIT,
      loopback_free: config.APP_ENV !== 'production',
    },
  }),
  idempotency: idempotency({
    database,
    system,
    secret: config.APP_SECRET,
    report: (err) =>
      log?.error({ err }, 'the outcome of an idempotent call could not be kept; a repeat would do it again'),
  }),
});
