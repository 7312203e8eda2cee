import { QueryClient } from '@tanstack/react-query';
import { auth } from 'virtual:contract/auth';
import { createApi } from './api.ts';
import { answerOf, createHttp } from './http.ts';
import { i18n } from './i18n.ts';
import { ApiProblem, networkProblem } from './problem.ts';
import { createSession, type TabMessage } from './session.ts';

declare global {
  interface Window {
    /** Begun by `boot.js` before the application was loaded. */
    earlyRefresh?: Promise<Response>;
  }
}

/** The one place that holds what the server said. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Without network a request fails at once and says so, instead of waiting silently.
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      retry: (failures, problem) =>
        failures < 2 && problem instanceof ApiProblem && (problem.status === 0 || problem.status >= 502),
      refetchOnWindowFocus: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const http = createHttp(() => i18n.locale);

const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rp-session');

function early() {
  const begun = window.earlyRefresh;
  delete window.earlyRefresh;
  if (begun === undefined) return null;
  return begun.then(answerOf, () => {
    throw networkProblem();
  });
}

/** The session of this page, shared with the other tabs of the browser. */
export const session = createSession({
  http,
  routes: auth,
  store: localStorage,
  exclusively: (work) => ('locks' in navigator ? navigator.locks.request('rp-session', work) : work()),
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin has no target
  tell: (message) => tabs?.postMessage(message),
  early,
  onOtherPerson: () => queryClient.clear(),
});

// Only this application, on this origin, speaks on the channel.
tabs?.addEventListener('message', (event: MessageEvent<TabMessage>) => session.hear(event.data));

/** Calls of the contract as the signed-in person. */
export const api = createApi(http, session);

/** Calls of the contract by nobody in particular: sign-in, sign-up, links of mails. */
export const publicApi = createApi(http, null);
