import type { Endpoint } from '@retail-performer/domain/kernel';
import type { Answer, Call, Route } from './endpoint.ts';
import type { Http, HttpAnswer } from './http.ts';
import { ApiProblem } from './problem.ts';
import type { Session } from './session.ts';

/**
 * Calls operations as the signed-in person; a 401 is answered by renewing the session and asking once more.
 * Without a session, calls are made by nobody in particular.
 */
export function createApi(http: Http, session: Pick<Session, 'token' | 'recover'> | null) {
  async function send<E extends Endpoint>(route: Route<E>, call: Call<E>): Promise<HttpAnswer> {
    const attempt = () => {
      const token = session?.token() ?? null;
      return http({
        route,
        params: call.params,
        query: call.query,
        body: call.body,
        signal: call.signal,
        headers: {
          ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
          ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
          ...(call.ifMatch === undefined ? {} : { 'If-Match': `"${call.ifMatch}"` }),
        },
      });
    };
    const used = session?.token() ?? null;
    try {
      return await attempt();
    } catch (problem) {
      if (session === null || !(problem instanceof ApiProblem) || problem.status !== 401) throw problem;
      await session.recover(used);
      return attempt();
    }
  }

  return {
    /** Calls one operation and answers its reply as it travels. */
    async call<E extends Endpoint>(route: Route<E>, call: Call<E>): Promise<Answer<E>> {
      const { data } = await send(route, call);
      // The server checks its own replies against the contract before they leave.
      return data as Answer<E>;
    },

    /** As `call`, for a list that goes on: the cursor of the next page comes in a header. */
    async page<E extends Endpoint>(route: Route<E>, call: Call<E>) {
      const { data, headers } = await send(route, call);
      return { items: data as Answer<E>, next: headers.get('x-next-cursor') };
    },
  };
}
