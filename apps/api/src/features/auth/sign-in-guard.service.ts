import { hashOf } from '../../core/security/link-tokens.ts';
import { allowed, type Policy, scaled } from '../../core/limits/policy.ts';
import type { Counters } from '../../core/limits/counters.ts';

interface Deps {
  readonly counters: Counters;
  /** Multiplies what is allowed, for load runs. */
  readonly scale: number;
}

/** One try to sign in, counted as a failure until it has passed. */
export interface Attempt {
  /** The password was right: the person may mistype again. */
  passed(): Promise<void>;
}

/** What happened to a try that came too often: the first of its window is worth a line in the audit log. */
export interface Blocked {
  readonly first: boolean;
}

const minute = 60;

/** Counts failed sign-ins, of accounts that exist and of others alike. */
export function signInGuardService({ counters, scale }: Deps) {
  const pair: Policy = scaled({ name: 'login-failures', most: 10, seconds: 15 * minute }, scale);
  const account: Policy = scaled({ name: 'account-failures', most: 50, seconds: 60 * minute }, scale);

  return {
    /**
     * Counts a try before the password is looked at, so that many at once cannot slip through; 429 when there
     * were too many. A refused one does not count against the account, else one address could lock everybody out.
     */
    async begin(email: string, ip: string, onBlocked: (blocked: Blocked) => Promise<void>): Promise<Attempt> {
      const scope = scopeOf(email);
      const refuseBeyond = async (policy: Policy, key: string) => {
        const counted = await counters.countHit(key, policy.seconds * 1000);
        if (counted.count > policy.most) await onBlocked({ first: counted.count === policy.most + 1 });
        allowed(policy, counted);
      };
      await refuseBeyond(pair, `${scope}${ip}`);
      await refuseBeyond(account, `${scope}all`);
      return {
        async passed() {
          await counters.forget(`${scope}${ip}:`);
          await counters.countHit(`${scope}all`, account.seconds * 1000, -1);
        },
      };
    },

    /** Forgets every failure of an account: its owner has just proved himself by mail. */
    forget: (email: string): Promise<void> => counters.forget(scopeOf(email)),
  };
}
export type SignInGuardService = ReturnType<typeof signInGuardService>;

const scopeOf = (email: string): string => `login:${hashOf(email)}:`;
