import { cents, type Day } from '@retail-performer/domain/kernel';
import type { EntrySums, FieldSources, KpiEntry, KpiStoreDay } from '@retail-performer/domain/kpis';
import type { System } from '../core/system.ts';
import { storeDayOf } from '../features/kpis/roll-up.repository.ts';
import { tradeOf } from './figures.rules.ts';
import type { LargeStore } from './large-chain.ts';
import type { SoldDay } from './profiles.model.ts';

/** A store's day as documents: its entries, and what they add up to. */
export interface LargeDay {
  readonly entries: readonly KpiEntry[];
  readonly sums: KpiStoreDay | null;
}

/** Makes up a store's day; the sums are those that the product itself would compute. */
export function largeDay({ store, people, profile }: LargeStore, day: Day, today: Day, system: System): LargeDay {
  const sellers = people.filter(({ role }) => role === 'seller');
  const ids = new Map(profile.sellers.map(({ key }, place) => [key, sellers[place]?.id ?? '']));
  const at = `${day}T18:30:00.000Z`;
  const tie = { workspace_id: store.workspace_id, store_id: store.id, date: day, updated_at: at };
  const sold = tradeOf(profile, day, today)?.sold ?? [];
  const entries = sold.map((each): KpiEntry => {
    const seller_id = ids.get(each.seller) ?? '';
    return { ...tie, ...figuresOf(each, seller_id, at), id: system.newId(), seller_id, created_at: at };
  });
  return { entries, sums: storeDayOf(tie, entries.map(alone), null) };
}

function figuresOf({ ca, ventes, articles, prospects, comment }: SoldDay, seller_id: string, at: string) {
  const source = { by: 'seller', id: seller_id, at } as const;
  const given: FieldSources = { ca_journalier: source, nb_ventes: source, nb_articles: source };
  return {
    ca_journalier: cents(ca),
    nb_ventes: ventes,
    nb_articles: articles,
    nb_prospects: prospects ?? 0,
    nb_ventes_with_prospects: (prospects ?? 0) > 0 ? ventes : 0,
    field_sources: prospects === null ? given : { ...given, nb_prospects: source },
    comment,
    source: 'manual',
    locked: false,
    entered_by: seller_id,
    entered_by_role: 'seller',
    last_reason: null,
    sync_id: null,
    rev: 1,
  } as const;
}

const alone = (entry: KpiEntry): EntrySums => ({ ...entry, nb_prospects_own: entry.nb_prospects, seller_count: 1 });
