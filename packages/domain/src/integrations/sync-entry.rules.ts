import { cents } from '../kernel/index.ts';
import type { Figure, FieldSource, KpiEntry } from '../kpis/index.ts';
import type { SoundLine } from './sync.rules.ts';

/** The call that a line came in. */
export interface SyncContext {
  readonly workspace_id: string;
  readonly key_id: string;
  readonly sync_id: string;
  /** The instant of the call. */
  readonly at: string;
  /** An id in case the seller has no entry of that day yet. */
  readonly new_id: string;
}

/**
 * A seller's entry once the till has spoken: it replaces whatever was typed, keeps id, creation and comment, and is
 * locked. Visitors that the line does not count stay as they were, with whoever counted them. Null when the entry
 * says all of that already, so that a repeated call changes nothing.
 */
export function syncedEntry(line: SoundLine, former: KpiEntry | null, call: SyncContext): KpiEntry | null {
  const figures = {
    // Whole cents: the amount has at most two decimals, so that rounding only undoes binary fractions.
    ca_journalier: cents(Math.round(line.ca_journalier * 100) + 0),
    nb_ventes: line.nb_ventes + 0,
    nb_articles: line.nb_articles + 0,
    nb_prospects: (line.prospects ?? former?.nb_prospects ?? 0) + 0,
  };
  const given: readonly Figure[] = ['ca_journalier', 'nb_ventes', 'nb_articles'];
  const sent: readonly Figure[] = line.prospects === null ? given : [...given, 'nb_prospects'];
  if (former !== null && saysAlready(former, figures, sent)) return null;

  const till: FieldSource = { by: 'till', id: call.key_id, at: call.at };
  return {
    id: former?.id ?? call.new_id,
    workspace_id: call.workspace_id,
    store_id: line.store_id,
    seller_id: line.seller_id,
    date: line.date,
    ...figures,
    nb_ventes_with_prospects: figures.nb_prospects > 0 ? figures.nb_ventes : 0,
    field_sources: { ...former?.field_sources, ...Object.fromEntries(sent.map((figure) => [figure, till])) },
    comment: former?.comment ?? null,
    source: 'api',
    locked: true,
    entered_by: call.key_id,
    entered_by_role: 'api',
    last_reason: null,
    sync_id: call.sync_id,
    rev: (former?.rev ?? 0) + 1,
    created_at: former?.created_at ?? call.at,
    updated_at: call.at,
  };
}

function saysAlready(former: KpiEntry, figures: Pick<KpiEntry, Figure>, sent: readonly Figure[]): boolean {
  return (
    former.locked &&
    former.source === 'api' &&
    former.entered_by_role === 'api' &&
    sent.every((figure) => former[figure] === figures[figure] && former.field_sources[figure]?.by === 'till')
  );
}
