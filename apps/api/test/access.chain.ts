import { type Prepare, bare, type Row, row, rows } from './access.row.ts';
import { today } from './figures.ts';

const period = { query: { start_date: '2025-12-01', end_date: '2025-12-31' } };

// Ids of others in a body that has no place for them are dropped.
const entry: Prepare = (_, { home }) => ({
  body: {
    date: today,
    ca_journalier: 1250.5,
    nb_ventes: 8,
    nb_articles: 20,
    nb_prospects: 40,
    comment: 'Belle journée',
    seller_id: home.seller,
    store_id: home.store,
    workspace_id: home.workspace,
  },
});

const answers: Prepare = () => ({ body: [{ question: 'Que dites-vous à un client ?', answer: 'Bonjour !' }] });

/** Rows 7 to 18, 23 to 28, P12 and P13. */
export const chainRows = {
  'kpis.saveMyEntry': row(rows.sellerWrites, entry),
  'kpis.listMyEntries': row(rows.sellerReads, () => period),
  'kpis.summarizeMine': row(rows.sellerReads, () => period),
  'kpis.summarizeStoreDay': row(rows.staffReads, (_, { home }) => ({ query: { date: today, store_id: home.store } })),
  'kpis.listStoreDays': row(rows.ownerReads, () => ({ query: { date: today } })),
  'kpis.showDashboard': row(rows.ownerReads, bare),
  'network.summarizeNetwork': row(rows.ownerReads, () => ({ query: { p: '2025-12', cmp: 'yoy' } })),
  'stores.createStore': row(rows.ownerWrites, (ground, { home }) => ({
    body: { name: 'Nantes', external_id: `N${ground.fresh()}`, workspace_id: home.workspace, status: 'closed' },
  })),
  'stores.listMyStores': row(rows.ownerReads, bare),
  'stores.showHierarchy': row(rows.staffReads, (_, { home }) => ({
    params: { store_id: home.store },
    query: { include: 'invited' },
  })),
  'people.invite': row(rows.ownerChanges, (ground, { home }) => ({
    body: {
      name: 'Ana Petit',
      email: `guest-${ground.fresh()}@shop.example`,
      role: 'seller',
      store_id: home.store,
      manager_id: home.manager,
    },
  })),
  'billing.showSubscription': row(rows.ownerReads, bare),
  'billing.showPrices': row(rows.anyone, bare),
  'coaching.diagnostic': row(rows.sellerWrites, answers),
  'coaching.dailyChallenge': row(rows.sellerWrites, () => ({ body: {} })),
  'coaching.sellerBilan': row(rows.sellerWrites, () => ({ body: {} })),
  'onboarding.showProgress': row(rows.signedIn, bare),
  'onboarding.saveProgress': row(rows.signedIn, () => ({ body: { current_step: 2, completed_steps: [1, 2] } })),
  'onboarding.complete': row(rows.signedIn, bare),
  'audit.listAudit': row(rows.ownerReads, bare),
  'admin.listWorkspaces': row(rows.admin, () => ({ query: { limit: '10', q: 'mod' } })),
  'admin.showStats': row(rows.admin, bare),
} as const satisfies Readonly<Record<string, Row>>;
