import type { LimitName } from '@retail-performer/domain/kernel';
import type { Policy } from './policy.ts';

const minute = 60;
const hour = 3600;
const day = 86_400;

/** Whose calls are added up, and how many of them are let through, first in the shortest time. */
export interface EndpointPolicy {
  readonly by: 'address' | 'user' | 'workspace';
  readonly policies: readonly Policy[];
}

/**
 * The limits that endpoints name. Two count where their subject is known: `refresh` (60 a minute and session)
 * by the service of sessions, `api_key` (600 a minute and key) for every call of a key.
 */
export const endpointPolicies: Readonly<Record<Exclude<LimitName, 'refresh' | 'api_key'>, EndpointPolicy>> = {
  login: { by: 'address', policies: [{ name: 'login', most: 60, seconds: minute }] },
  register: {
    by: 'address',
    policies: [
      { name: 'register', most: 20, seconds: minute },
      { name: 'register-day', most: 200, seconds: day },
    ],
  },
  forgot: { by: 'address', policies: [{ name: 'forgot', most: 5, seconds: minute }] },
  link: { by: 'address', policies: [{ name: 'link', most: 20, seconds: minute }] },
  demo: { by: 'address', policies: [{ name: 'demo', most: 10, seconds: hour }] },
  invite: {
    by: 'workspace',
    policies: [
      { name: 'invite', most: 60, seconds: hour },
      { name: 'invite-day', most: 300, seconds: day },
    ],
  },
  ai: {
    by: 'user',
    policies: [
      { name: 'ai', most: 20, seconds: minute },
      { name: 'ai-day', most: 100, seconds: day },
    ],
  },
};

/** Calls of a signed-in person, and calls of an address where nobody is signed in. */
export const usualPolicies = {
  user: { name: 'user', most: 300, seconds: minute },
  anonymous: { name: 'anonymous', most: 300, seconds: minute },
} as const satisfies Readonly<Record<string, Policy>>;
