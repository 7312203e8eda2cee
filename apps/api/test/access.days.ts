import { addDays } from '@retail-performer/domain/kernel';
import { type KpiEntry, StoreDay, type StoreDayRow } from '@retail-performer/domain/kpis';
import { KpiEntries, StoreDays } from '../src/features/kpis/kpi.collections.ts';
import { type Aim, type Prepare, type Row, row, rows } from './access.row.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today } from './figures.ts';
import type { Ground } from './ground.ts';

const ofStore: Prepare = (_, { home }) => ({ params: { store_id: home.store } });
const ofDay: Prepare = (_, { home }) => ({ params: { store_id: home.store, date: today } });

const bySellers = { ca_journalier: 'seller', nb_ventes: 'seller', nb_articles: 'seller', nb_prospects: 'store' };
const figures = { ca_journalier: 1250.5, nb_ventes: 8, nb_articles: 20, nb_prospects: 40 };
const reason = 'Ticket oublié';

/** A day of the year that holds nothing but what it is given. */
async function somePast(
  ground: Ground,
  { home }: Aim,
  more: { entry?: Partial<KpiEntry>; day?: Partial<StoreDayRow> },
) {
  const date = addDays('2025-01-06', ground.fresh() % 300);
  const there = { workspace_id: home.workspace, store_id: home.store, date };
  const { api } = ground;
  await api.database.of(KpiEntries).remove({ store_id: home.store, date });
  await api.database.of(StoreDays).remove({ store_id: home.store, date });
  if (more.entry) await put(api, entryRow({ ...there, seller_id: home.seller, ...more.entry }));
  if (more.day) await putDay(api, dayRow({ ...there, ...more.day }));
  return { store_id: home.store, date };
}

/** A call about a seller's day that holds what is given. */
const seller =
  (more: Parameters<typeof somePast>[2] | ((aim: Aim) => Parameters<typeof somePast>[2]), call: object = {}): Prepare =>
  async (ground, aim) => {
    const day = await somePast(ground, aim, typeof more === 'function' ? more(aim) : more);
    return { params: { ...day, seller_id: aim.home.seller }, ...call };
  };

/** A call about a store's day that holds what is given. */
const day =
  (more: Parameters<typeof somePast>[2], call: (aim: Aim) => object): Prepare =>
  async (ground, aim) => ({ params: await somePast(ground, aim, more), ...call(aim) });

const absent = ({ home }: Aim) => ({
  day: {
    absences: { [home.seller]: { reason: 'leave', by: home.manager, at: '2025-12-01T08:00:00.000Z' } as const },
    has_absences: true,
  },
});

/** Rows P32 to P43. */
export const dayRows = {
  'days.showConfig': row(rows.memberReadsStore, ofStore),
  'days.editConfig': row(rows.staffWrites, (_, { home }) => ({
    params: { store_id: home.store },
    body: { entry_by: bySellers },
  })),
  'days.showDay': row(rows.staffReads, ofDay),
  'days.writeEntry': row(rows.staffWrites, seller({ entry: {} }, { body: { ...figures, reason } })),
  'days.removeEntry': row(rows.staffWrites, seller({ entry: {} }, { query: { reason } })),
  'days.unlockEntry': row(rows.ownerChanges, seller({ entry: ofTheTill }, { body: { reason } })),
  'days.setFootfall': row(
    rows.staffWrites,
    day({}, () => ({ body: { nb_prospects: 120 } })),
  ),
  'days.setAbsence': row(rows.staffWrites, seller({}, { body: { reason: 'training' } })),
  'days.removeAbsence': row(rows.staffWrites, seller(absent)),
  'days.validateDay': row(rows.staffWrites, async (ground, aim) => {
    const params = await somePast(ground, aim, { entry: {} });
    const bearer = await ground.bearer(aim.home.gerant);
    const shown = await ground.api.get(null, `/stores/${params.store_id}/days/${params.date}`, bearer);
    return { params, body: { accept_missing: StoreDay.parse(shown.json).missing } };
  }),
  'days.reopenDay': row(
    rows.staffWrites,
    day({ entry: {}, day: { status: 'validated', validated_by: null } }, () => ({ body: { reason } })),
  ),
  'days.showHistory': row(rows.staffReads, (_, { home }) => ({
    params: { store_id: home.store, date: today },
    query: { limit: '10' },
  })),
} as const satisfies Readonly<Record<string, Row>>;
