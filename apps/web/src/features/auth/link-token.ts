import { useState } from 'react';

let kept: { readonly path: string; readonly token: string } | null = null;

/** The token of a link, taken out of the address bar at once: it lives in the fragment only, then in memory. */
export function takeToken(location: Location, history: History): string {
  const token = decodeURIComponent(location.hash.slice(1));
  if (token !== '') {
    kept = { path: location.pathname, token };
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return kept?.path === location.pathname ? kept.token : '';
}

/** The token of the link that led here; empty when the address holds none. */
export function useLinkToken(): string {
  const [token] = useState(() => takeToken(window.location, window.history));
  return token;
}
