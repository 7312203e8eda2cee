import type { KpiEntry } from './kpi.model.ts';

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
