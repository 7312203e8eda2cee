import { addDays } from '@retail-performer/domain/kernel';
import { StoreClosures } from '../src/features/stores/store-closure.repository.ts';
import { StoreEvents } from '../src/features/stores/store-event.repository.ts';
import { spareStore } from './access.people.ts';
import { type Prepare, type Row, row, rows } from './access.row.ts';
import type { Ground, Home } from './ground.ts';

const ofStore: Prepare = (_, { home }) => ({ params: { store_id: home.store } });

const ofSpare =
  (status: 'open' | 'suspended'): Prepare =>
  async (ground, { home }) => ({ params: { store_id: await spareStore(ground, home, status) } });

/** A day that nothing else is about. */
const span = (ground: Ground) => {
  const day = addDays('2030-01-01', ground.fresh());
  return { date_from: day, date_to: day };
};

const dated = (ground: Ground, { workspace, store, gerant }: Home) => ({
  ...span(ground),
  id: `dated-${ground.fresh()}`,
  workspace_id: workspace,
  store_id: store,
  label: 'Inventaire',
  created_by: gerant,
  created_at: '2025-12-01T08:00:00.000Z',
  updated_at: '2025-12-01T08:00:00.000Z',
});

async function someClosure(ground: Ground, home: Home) {
  const closure = { ...dated(ground, home), kind: 'closed' } as const;
  await ground.api.database.of(StoreClosures).insert([closure]);
  return { params: { store_id: home.store, closure_id: closure.id } };
}

async function someEvent(ground: Ground, home: Home) {
  const event = { ...dated(ground, home), kind: 'works', note: null } as const;
  await ground.api.database.of(StoreEvents).insert([event]);
  return { params: { store_id: home.store, event_id: event.id } };
}

/** Rows P25 to P31, and the closures and events of stores. */
export const storeRows = {
  'stores.showStore': row(rows.memberReadsStore, ofStore),
  'stores.editStore': row(rows.ownerChanges, async (ground, { home }) => ({
    params: { store_id: await spareStore(ground, home) },
    body: { opening_hours: '9 h – 19 h', status: 'closed' },
  })),
  'stores.suspendStore': row(rows.ownerEnds, ofSpare('open')),
  'stores.reopenStore': row(rows.ownerChanges, ofSpare('suspended')),
  'stores.closeStore': row(rows.ownerEnds, ofSpare('open')),
  'stores.showSettings': row(rows.staffReads, ofStore),
  'stores.editSettings': row(rows.staffWrites, (_, { home }) => ({
    params: { store_id: home.store },
    body: { opening_days: [1, 2, 3, 4, 5, 6] },
  })),
  'calendar.listClosures': row(rows.staffReads, ofStore),
  'calendar.addClosure': row(rows.staffWrites, (ground, { home }) => ({
    params: { store_id: home.store },
    body: { ...span(ground), kind: 'closed', label: 'Inventaire' },
  })),
  'calendar.removeClosure': row(rows.staffWrites, (ground, { home }) => someClosure(ground, home)),
  'calendar.listEvents': row(rows.staffReads, ofStore),
  'calendar.addEvent': row(rows.staffWrites, (ground, { home }) => ({
    params: { store_id: home.store },
    body: { ...span(ground), kind: 'promotion', label: 'Soldes privées' },
  })),
  'calendar.removeEvent': row(rows.staffWrites, (ground, { home }) => someEvent(ground, home)),
} as const satisfies Readonly<Record<string, Row>>;
