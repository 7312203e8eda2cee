import { StoreDay } from '@retail-performer/domain/kpis';
import type { z } from 'zod';
import { today } from './figures.ts';
import type { Reply, TestApp } from './test-app.ts';

type Shown = z.input<typeof StoreDay>;

/** Everything that a manager or owner may do with a day, as it is asked for. */
export const dayOf = (api: TestApp, who = 'marie', { store = 'lyon', date = today } = {}) => {
  const path = `/stores/${store}/days/${date}`;
  return {
    show: (headers: object = {}) => api.get(who, path, headers),
    write: (seller: string, body: object, headers: object = {}) =>
      api.put(who, `${path}/entries/${seller}`, body, headers),
    remove: (seller: string, reason?: string, headers: object = {}) =>
      api.remove(
        who,
        `${path}/entries/${seller}${reason === undefined ? '' : `?reason=${encodeURIComponent(reason)}`}`,
        headers,
      ),
    unlock: (seller: string, reason = 'Erreur de caisse') =>
      api.post(who, `${path}/entries/${seller}/unlock`, { reason }),
    count: (nb_prospects: number | null, headers: object = {}) =>
      api.put(who, `${path}/footfall`, { nb_prospects }, headers),
    away: (seller: string, reason = 'leave') => api.put(who, `${path}/absences/${seller}`, { reason }),
    back: (seller: string) => api.remove(who, `${path}/absences/${seller}`),
    validate: (accept_missing: readonly string[] = [], headers: object = {}) =>
      api.post(who, `${path}/validate`, { accept_missing }, headers),
    reopen: (reason = 'Oubli d’un ticket') => api.post(who, `${path}/reopen`, { reason }),
    history: (query = '') => api.get(who, `${path}/history${query}`),
  };
};

/** The day that was answered, as it stands on the wire. */
export function shownIn({ json }: Reply): Shown {
  StoreDay.parse(json);
  return Object(json);
}

/** The row of someone in the grid that was answered. */
export function rowIn(reply: Reply, seller_id: string): Shown['rows'][number] {
  const row = shownIn(reply).rows.find((each) => each.seller_id === seller_id);
  if (row === undefined) throw new Error(`No row of ${seller_id}`);
  return row;
}

/** Status and code of an answer, with the code of the field to blame: `422 date DATE_TOO_OLD`. */
export function outcomeOf({ status, json }: Reply): string {
  const { code, errors = [] } = Object(json);
  if (status < 400) return `${status}`;
  const [first] = errors;
  return first === undefined ? `${status} ${code}` : `${status} ${first.path} ${first.code}`;
}
