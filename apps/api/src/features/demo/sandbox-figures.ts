import { addDays, addMonths, cents, type Day, monthStart } from '@retail-performer/domain/kernel';
import {
  type FieldSources,
  type KpiEntry,
  newStoreDay,
  salesWithVisitors,
  type StoreDayRow,
  withAbsences,
} from '@retail-performer/domain/kpis';
import type { System } from '../../core/system.ts';
import { tradeOf } from '../../demo/figures.rules.ts';
import type { SoldDay, TradedDay } from '../../demo/profiles.model.ts';
import { awayOn } from '../../demo/rota.rules.ts';
import { tradingDay } from '../../demo/trade.rules.ts';
import type { MonthOfFigures } from '../kpis/figure-load.repository.ts';
import type { SandboxStore } from './sandbox-chain.ts';

/** The first day of a sandbox's past: thirteen whole months and the one that runs. */
export const firstDay = (today: Day): Day => monthStart(addMonths(today, -13));

/** When a sandbox looks back on its past. */
export interface Looking {
  readonly from: Day;
  readonly today: Day;
  readonly now: Date;
  readonly system: Pick<System, 'newId'>;
}

/** The figures of a store's months; every day is validated but today and, where `open` is asked for, the last one. */
export function sandboxMonths(place: SandboxStore, looking: Looking, { open }: { readonly open: boolean }) {
  const { id: store_id, workspace_id } = place.store;
  const traded: Traded[] = [];
  for (let date = looking.from; date <= looking.today; date = addDays(date, 1)) {
    const trade = tradeOf(place.demo.profile, date, looking.today);
    if (trade !== null) traded.push({ date, trade });
  }
  const last = traded.findLast(({ date }) => date < looking.today)?.date;
  const byMonth = Map.groupBy(traded, ({ date }) => date.slice(0, 7));
  return [...byMonth].map(([month, days]): MonthOfFigures => ({
    workspace_id,
    store_id,
    month,
    entries: days.flatMap((day) => entriesOf(place, day, looking)),
    facts: days.map((day) => {
      const validated = day.date < looking.today && !(open && day.date === last);
      return factsOf(place, day, looking, validated);
    }),
  }));
}

interface Traded {
  readonly date: Day;
  readonly trade: TradedDay;
}

// What has not come yet has just happened.
const instantOf = (date: Day, time: string, { now }: Looking): string => {
  const [then, latest] = [`${date}T${time}:00.000Z`, now.toISOString()];
  return then < latest ? then : latest;
};

const idOf = ({ demo, sellers }: SandboxStore, key: string): string => {
  const found = sellers[demo.profile.sellers.findIndex((each) => each.key === key)];
  if (found === undefined) throw new Error(`${key} does not work here`);
  return found.id;
};

function entriesOf(place: SandboxStore, { date, trade }: Traded, looking: Looking): KpiEntry[] {
  const { id: store_id, workspace_id } = place.store;
  const at = instantOf(date, '17:40', looking);
  return trade.sold.map((sold) => {
    const seller_id = idOf(place, sold.seller);
    return {
      id: looking.system.newId(),
      workspace_id,
      store_id,
      seller_id,
      date,
      ...(place.demo.profile.counted_by === 'till' ? sentByTill(sold, at) : typedBy(seller_id, sold, at)),
      last_reason: null,
      sync_id: null,
      rev: 1,
      created_at: at,
      updated_at: at,
    };
  });
}

const figuresOf = ({ ca, ventes, articles, prospects }: SoldDay) => ({
  ca_journalier: cents(ca),
  nb_ventes: ventes,
  nb_articles: articles,
  nb_prospects: prospects ?? 0,
  nb_ventes_with_prospects: salesWithVisitors({ nb_ventes: ventes, nb_prospects: prospects ?? 0 }),
});

function sourcesOf({ prospects }: SoldDay, source: NonNullable<FieldSources['nb_ventes']>): FieldSources {
  const given: FieldSources = { ca_journalier: source, nb_ventes: source, nb_articles: source };
  return prospects === null ? given : { ...given, nb_prospects: source };
}

const sentByTill = (sold: SoldDay, at: string) =>
  ({
    ...figuresOf(sold),
    field_sources: sourcesOf(sold, { by: 'till', id: null, at }),
    comment: null,
    source: 'api',
    locked: true,
    entered_by: null,
    entered_by_role: 'api',
  }) as const;

const typedBy = (seller_id: string, sold: SoldDay, at: string) =>
  ({
    ...figuresOf(sold),
    field_sources: sourcesOf(sold, { by: 'seller', id: seller_id, at }),
    comment: sold.comment,
    source: 'manual',
    locked: false,
    entered_by: seller_id,
    entered_by_role: 'seller',
  }) as const;

function factsOf(place: SandboxStore, { date, trade }: Traded, looking: Looking, validated: boolean): StoreDayRow {
  const { store, manager, sellers, demo } = place;
  const day = newStoreDay(
    { workspace_id: store.workspace_id, store_id: store.id, date },
    instantOf(date, '07:00', looking),
  );
  const by = manager.id;
  const away = sellers.flatMap(({ id }, at) => {
    const reason = awayOn(at, tradingDay(date));
    return reason === null ? [] : [[id, { reason, by, at: day.created_at }] as const];
  });
  const counted = trade.footfall !== null && {
    nb_prospects: trade.footfall,
    prospects_source: 'manager' as const,
    prospects_by: by,
    prospects_at: instantOf(date, '17:50', looking),
  };
  const known = withAbsences({ ...day, ...counted }, Object.fromEntries(away));
  if (!validated) return known;
  const there = new Set([...trade.sold.map(({ seller }) => idOf(place, seller)), ...away.map(([id]) => id)]);
  const byItself = demo.profile.counted_by === 'till';
  const validated_at = instantOf(addDays(date, 1), '06:45', looking);
  return {
    ...known,
    status: 'validated',
    validated_at,
    validated_by: byItself ? null : by,
    auto_validated: byItself,
    missing_accepted: sellers.flatMap(({ id }) => (there.has(id) ? [] : id)),
    updated_at: validated_at,
  };
}
