import type { DayEvent } from './day.model.ts';
import type { KpiEntry } from './kpi.model.ts';
import type { KpiHistoryRow } from './kpi-history.model.ts';

/** What the history of a day keeps of an entry; money in cents, as it is stored. */
export const historyOf = (entry: KpiEntry) => ({
  ca_journalier: entry.ca_journalier,
  nb_ventes: entry.nb_ventes,
  nb_articles: entry.nb_articles,
  nb_prospects: entry.nb_prospects,
  given: Object.keys(entry.field_sources),
  comment: entry.comment,
  source: entry.source,
  locked: entry.locked,
});

type Told = KpiHistoryRow['before'];

/** What is told of figures: money is stored in cents and shown in euros everywhere. */
export const inEuros = (told: Told): Told =>
  told !== null && typeof told['ca_journalier'] === 'number'
    ? { ...told, ca_journalier: told['ca_journalier'] / 100 }
    : told;

/** A line of history as its readers see it; `nameOf` names people and keys by their id. */
export function eventView(row: KpiHistoryRow, nameOf: (id: string | null) => string): DayEvent {
  const roles = { user: row.actor_role, api_key: 'api', system: 'system' } as const;
  return {
    id: row.id,
    at: row.at,
    actor: { id: row.actor_id, name: nameOf(row.actor_id), role: roles[row.actor_type] },
    action: row.action,
    seller_id: row.seller_id,
    seller_name: row.seller_id === null ? null : nameOf(row.seller_id),
    before: inEuros(row.before),
    after: inEuros(row.after),
    reason: row.reason,
  };
}
