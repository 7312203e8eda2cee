import { isIPv4 } from 'node:net';
import type { Endpoint } from '@retail-performer/domain/kernel';
import type { FastifyRequest } from 'fastify';
import type { Actor, ApiKeyActor } from '../actor.ts';
import type { LimitHeaders, Limits } from '../http/gate.ts';
import { type EndpointPolicy, endpointPolicies, usualPolicies } from './endpoint-policies.ts';
import type { FullWindows } from './full-windows.ts';
import type { LocalCounters } from './local-counters.ts';
import { allowed, type Policy, scaled } from './policy.ts';

interface Deps {
  /** Shared by all processes. */
  readonly shared: FullWindows;
  /** Of this process alone. */
  readonly local: LocalCounters;
  readonly settings: {
    /** Multiplies every limit. */
    readonly scale: number;
    /** Calls a minute of a key that has no number of its own. */
    readonly per_key: number;
    /** Whether calls from this machine are free of the limits by address. */
    readonly loopback_free: boolean;
  };
}

/** Refuses calls beyond the limits, first by address, later by person, workspace or key. */
export function limitsBy({ shared, local, settings }: Deps): Limits {
  const once = async (usual: Policy, subject: string): Promise<LimitHeaders> => {
    const policy = scaled(usual, settings.scale);
    return allowed(policy, await shared.countUpTo(policy.most, `${policy.name}:${subject}`, policy.seconds * 1000));
  };
  const here = (policy: Policy, subject: string): LimitHeaders =>
    allowed(scaled(policy, settings.scale), local.countHit(`${policy.name}:${subject}`));

  // The first policy is the narrowest, whose headers are of most use.
  const counted = async ({ policies }: EndpointPolicy, subject: string): Promise<LimitHeaders> => {
    const all: LimitHeaders[] = [];
    // One after the other: a call refused by the minute must not use up the day.
    // oxlint-disable-next-line no-await-in-loop
    for (const policy of policies) all.push(await once(policy, subject));
    return all[0] ?? {};
  };

  const ofKey = ({ key_id, rate_per_minute }: ApiKeyActor): Promise<LimitHeaders> =>
    once({ name: 'api_key', most: rate_per_minute ?? settings.per_key, seconds: 60 }, key_id);

  return {
    async address(request, endpoint) {
      if (settings.loopback_free && isLoopback(request.ip)) return {};
      const policy = policyOf(endpoint);
      if (policy?.by === 'address') return counted(policy, request.ip);
      if (!isAnonymous(request, endpoint)) return {};
      return here(usualPolicies.anonymous, request.ip);
    },
    async actor(actor, endpoint) {
      if (actor.role === 'api_key') return ofKey(actor);
      const usual = here(usualPolicies.user, actor.user_id);
      const policy = policyOf(endpoint);
      if (policy === null || policy.by === 'address') return usual;
      return counted(policy, policy.by === 'user' ? actor.user_id : workspaceOf(actor));
    },
  };
}

const policyOf = ({ limit }: Endpoint): EndpointPolicy | null =>
  limit === undefined || limit === 'refresh' || limit === 'api_key' ? null : endpointPolicies[limit];

const workspaceOf = (actor: Actor): string => ('workspace_id' in actor ? actor.workspace_id : 'platform');

const isAnonymous = ({ headers }: FastifyRequest, { access }: Endpoint): boolean =>
  access === 'public' || (headers.authorization === undefined && headers['x-api-key'] === undefined);

function isLoopback(ip: string): boolean {
  const plain = ip.replace(/^::ffff:/i, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
