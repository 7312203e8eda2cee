import { AppError, kernelErrors } from '@retail-performer/domain/kernel';
import type { Answer } from '../../core/http/answer.ts';
import type { Visitor } from '../../core/http/visitor.ts';
import type { Refreshed } from './refresh.service.ts';
import type { Grant } from './session.service.ts';

/** A request and its answer. */
interface Exchange {
  readonly caller: Visitor;
  readonly answer: Answer;
}

/** Where a refresh token came from, and goes back to. */
type Carrier = 'cookie' | 'body';

/** Tokens as an answer tells them. */
interface Told {
  readonly token: string;
  readonly expires_in: number;
  readonly refresh_token: string | null;
}

interface Settings {
  readonly FRONTEND_URL: string;
  readonly APP_ENV: 'development' | 'test' | 'production';
}

/**
 * Carries refresh tokens: in a cookie that no script reads and no other site sends, in the body for programs.
 * Without TLS only on a developer's own machine, under a name that says so.
 */
export function refreshCookie({ FRONTEND_URL, APP_ENV }: Settings) {
  const { protocol, hostname } = new URL(FRONTEND_URL);
  const local = protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);
  const secure = !(local && APP_ENV !== 'production');
  const name = secure ? '__Host-rp_refresh' : 'rp_refresh';

  const sent = ({ cookies, same_site }: Visitor): string | null => {
    const token = cookies[name];
    if (token === undefined || token === '') return null;
    if (!same_site) throw new AppError(kernelErrors, 'CSRF_REJECTED');
    return token;
  };

  const clear = ({ answer }: Pick<Exchange, 'answer'>): void => answer.clearCookie(name, { secure });

  const handOver = (
    { caller, answer }: Exchange,
    { token, expires_in, refresh_token, kept_for }: Grant,
    carrier: Carrier = caller.client === 'api' ? 'body' : 'cookie',
  ): Told => {
    if (carrier === 'body') return { token, expires_in, refresh_token };
    if (refresh_token !== null) {
      answer.cookie(name, refresh_token, { secure, ...(kept_for !== null && { max_age: kept_for }) });
    }
    return { token, expires_in, refresh_token: null };
  };

  return {
    /** Hands tokens over as the caller keeps them: browsers in a cookie, programs in the body. */
    handOver,

    /** Trades the refresh token of a request, the body's first, the same way it came; a refused cookie is cleared. */
    async trade(
      call: Exchange,
      inBody: string | undefined,
      refresh: (token: string | null) => Promise<Refreshed>,
    ): Promise<Told> {
      const token = inBody ?? sent(call.caller);
      try {
        const { grant, headers } = await refresh(token);
        for (const [header, value] of Object.entries(headers)) call.answer.header(header, value);
        return handOver(call, grant, inBody === undefined ? 'cookie' : 'body');
      } catch (error) {
        const isRefused = error instanceof AppError && error.refusal.reason === 'unauthenticated';
        if (isRefused && inBody === undefined) clear(call);
        throw error;
      }
    },

    /** The refresh token whose session is to end; a cookie is not needed by who names his session otherwise. */
    toEnd(caller: Visitor, inBody: string | undefined): string | null {
      if (inBody !== undefined) return inBody;
      return caller.bearer !== null && !caller.same_site ? null : sent(caller);
    },

    clear,
  };
}
export type RefreshCookie = ReturnType<typeof refreshCookie>;
