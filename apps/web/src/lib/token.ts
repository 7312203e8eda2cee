import type { Route } from './endpoint.ts';
import type { Http, HttpAnswer } from './http.ts';
import { ApiProblem } from './problem.ts';

/** What the renewal of a token needs of the outside. */
export interface TokenDeps {
  readonly http: Http;
  readonly routes: { readonly refresh: Route };
  /** Runs one renewal at a time over all tabs. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Says that a request comes from the application and not from a form of another site. */
export const csrf = { 'X-Requested-With': 'web' };

/** The token in the answer of our own server, whose shape the contract fixes. */
export const tokenOf = ({ data }: HttpAnswer): string => (data as { token: string }).token;

/** The one holder of the access token; it never leaves memory. */
export function tokenHolder({ http, routes, exclusively }: TokenDeps, onRenewed: (token: string) => void) {
  let value: string | null = null;
  let renewing: Promise<boolean> | null = null;

  const renewOnce = async (used: string | null): Promise<boolean> => {
    // Another tab, or another call, has renewed it meanwhile.
    if (value !== used) return true;
    try {
      value = tokenOf(await http({ route: routes.refresh, headers: csrf }));
    } catch (problem) {
      if (problem instanceof ApiProblem && (problem.status === 401 || problem.status === 403)) return false;
      throw problem;
    }
    onRenewed(value);
    return true;
  };

  return {
    value: () => value,

    set(token: string | null): void {
      value = token;
    },

    /** True when there is a token newer than the used one; false when only a password can help. */
    renew(used: string | null): Promise<boolean> {
      renewing ??= exclusively(() => renewOnce(used)).finally(() => {
        renewing = null;
      });
      return renewing;
    },
  };
}
