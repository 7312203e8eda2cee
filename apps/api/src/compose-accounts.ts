import type { Config } from './core/config.ts';
import { accessTokens } from './core/security/access-tokens.ts';
import { refreshTokens } from './core/security/refresh-tokens.ts';
import type { System } from './core/system.ts';
import type { Unit } from './core/unit.ts';
import { identityService } from './features/auth/identity.service.ts';
import { sessionService } from './features/auth/session.service.ts';
import { settlementService } from './features/auth/settlement.service.ts';
import type { BillingService } from './features/billing/billing.service.ts';
import type { Records } from './records.ts';

interface Outside {
  readonly data: Unit<Records>;
  readonly system: System;
  readonly config: Config;
  readonly billing: BillingService;
}

/** The services of accounts: who signs in, who calls. */
export function accountServices({ data, system, config, billing }: Outside) {
  const access = accessTokens({
    secret: config.JWT_SECRET,
    previous: config.JWT_SECRET_PREVIOUS,
    ttl: config.ACCESS_TOKEN_TTL,
    system,
  });
  const sessions = sessionService({ system, access, refresh: refreshTokens(config.APP_SECRET) });
  const { settle } = settlementService({ data, system, newTrial: billing.newTrial });
  const identity = identityService({ data, system, access, spaceOf: billing.spaceOf, settle });
  return { sessions, identity };
}
