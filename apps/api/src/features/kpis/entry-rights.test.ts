import { defaultEntryBy, type EntryBy, type KpiEntry } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { dayRow, entryRow, ofTheTill, put, putDay, today as date } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { user } from '../../../test/world.ts';
import { Stores } from '../stores/store.repository.ts';
import { Workspaces } from '../stores/workspace.repository.ts';
import { KpiEntries } from './kpi.collections.ts';
import { KpiConfigs } from './kpi-config.repository.ts';

const figures = { ca_journalier: 1250.5, nb_ventes: 10, nb_articles: 18, nb_prospects: 40 };
const byManager = { entered_by: 'marie', entered_by_role: 'manager' } as const;
const byOwner = { entered_by: 'gerant-mode', entered_by_role: 'gerant' } as const;
const everyone = (who: 'seller' | 'manager' | 'till' | 'none'): EntryBy => ({
  ca_journalier: who,
  nb_ventes: who,
  nb_articles: who,
  nb_prospects: who,
});

interface Case {
  readonly name: string;
  readonly entry?: Partial<KpiEntry>;
  readonly validated?: true;
  readonly entry_by?: EntryBy;
  readonly code: string | null;
}

describe.each(engines)('whose figures stand on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  const save = (headers = {}) => api.post('lea', '/kpi/seller/entry', { date, ...figures }, headers);
  const configure = (entry_by: EntryBy) =>
    api.database.of(KpiConfigs).update({ store_id: 'lyon' }, { set: { entry_by } });
  const arrange = async ({ entry, validated, entry_by }: Omit<Case, 'name' | 'code'>) => {
    if (entry !== undefined) await put(api, entryRow(entry));
    if (validated) await putDay(api, dayRow({ status: 'validated' }));
    if (entry_by !== undefined) await configure(entry_by);
  };

  it.each<Case>([
    { name: 'an empty day', code: null },
    { name: 'the seller’s own entry', entry: {}, code: null },
    { name: 'an entry of the manager', entry: byManager, code: 'ENTRY_SET_BY_MANAGER' },
    { name: 'an entry of the owner', entry: byOwner, code: 'ENTRY_SET_BY_MANAGER' },
    { name: 'an entry of the till', entry: ofTheTill, code: 'ENTRY_LOCKED' },
    { name: 'an entry of the till that the owner unlocked', entry: { ...ofTheTill, locked: false }, code: null },
    { name: 'a validated day', validated: true, code: 'DAY_VALIDATED' },
    { name: 'an entry of the till on a validated day', entry: ofTheTill, validated: true, code: 'ENTRY_LOCKED' },
    { name: 'an entry of the manager on a validated day', entry: byManager, validated: true, code: 'DAY_VALIDATED' },
    { name: 'a store whose manager enters', entry_by: everyone('manager'), code: 'ENTRY_NOT_ALLOWED' },
    {
      name: 'the manager’s entry where he enters',
      entry: byManager,
      entry_by: everyone('manager'),
      code: 'ENTRY_SET_BY_MANAGER',
    },
    {
      name: 'a store where one figure is the seller’s',
      entry_by: { ...everyone('till'), nb_prospects: 'seller' },
      code: null,
    },
  ])('$name: a seller gets $code', async ({ code, ...day }) => {
    await arrange(day);
    const before = await api.database.of(KpiEntries).find({});
    const { status, json } = await save();
    expect({ status, code: Object(json).code }).toEqual(
      code === null ? { status: 200, code: undefined } : { status: 403, code },
    );
    const after = code === null ? before : await api.database.of(KpiEntries).find({});
    expect(after).toEqual(before);
  });

  it.each<[string, Omit<Case, 'name' | 'code'>, string, string]>([
    ['the till', { entry: ofTheTill }, 'Ces chiffres viennent de la caisse', 'These figures come from the till'],
    [
      'the day in words',
      { validated: true },
      'La journée du 15 décembre 2025 a été validée',
      'The day of 15 December 2025',
    ],
    ['the first name of the manager', { entry: byManager }, 'Marie a saisi cette journée', 'Marie entered this day'],
    ['the manager', { entry_by: everyone('manager') }, 'saisis par le manager.', 'entered by the manager.'],
    ['the till as well', { entry_by: everyone('till') }, 'saisis par la caisse.', 'entered by the till.'],
    [
      'the manager where visitors are counted at the door',
      { entry_by: { ...everyone('none'), nb_prospects: 'store' } },
      'saisis par le manager.',
      'entered by the manager.',
    ],
  ])('the refusal names %s', async (_, day, fr, en) => {
    await api.records.users.update('marie', { name: 'Marie Lambert' });
    await arrange(day);
    expect((await save()).json).toMatchObject({ detail: expect.stringContaining(fr) });
    const { json } = await save({ 'accept-language': 'en' });
    expect(json).toMatchObject({ detail: expect.stringContaining(en) });
  });

  it('nobody of another chain is ever named', async () => {
    await api.records.users.insert(user('spy', 'manager', { workspace_id: 'sport', name: 'Zorro', email: null }));
    await arrange({ entry: { ...byManager, entered_by: 'spy' } });
    expect((await save()).json).toMatchObject({ detail: expect.stringContaining('Votre manager a saisi') });
  });

  it('figures that are not the seller’s keep what is stored, whatever the body says', async () => {
    const source = { by: 'till', id: 'key', at: '2025-12-15T12:00:00.000Z' } as const;
    const field_sources = { ca_journalier: source, nb_prospects: source };
    await arrange({
      entry: { ...ofTheTill, locked: false, field_sources },
      entry_by: { ...defaultEntryBy, ca_journalier: 'till', nb_prospects: 'store' },
    });
    const { json } = await save();
    expect(json).toMatchObject({
      ca_journalier: 900,
      nb_prospects: 30,
      nb_ventes: 10,
      nb_articles: 18,
      source: 'manual',
    });
    expect(json).toMatchObject({
      field_sources: { ...field_sources, nb_ventes: { by: 'seller', id: 'lea' } },
      entered_by: 'lea',
    });
  });

  it('figures that are not the seller’s are zero and not given at first', async () => {
    await configure({ ...everyone('manager'), nb_ventes: 'seller' });
    const { json } = await save();
    expect(json).toMatchObject({ ca_journalier: 0, nb_ventes: 10, nb_articles: 0, nb_prospects: 0 });
    expect(Object.keys(Object(json).field_sources)).toEqual(['nb_ventes']);
  });

  it.each(['suspended', 'closed'] as const)('a %s store takes no figures', async (status) => {
    await api.database.of(Stores).update({ id: 'lyon' }, { set: { status } });
    expect(await save()).toMatchObject({ status: 409, json: { code: 'STORE_NOT_OPEN' } });
  });

  it('a seller without store enters nothing', async () => {
    await api.records.users.update('lea', { store_id: null, store_ids: [] });
    expect(await save()).toMatchObject({ status: 403, json: { code: 'STORE_FORBIDDEN' } });
  });

  it('a space that may only be read takes no figures', async () => {
    await api.database.of(Workspaces).update({ id: 'mode' }, { set: { status: 'suspended' } });
    expect(await save()).toMatchObject({ status: 403, json: { code: 'SUBSCRIPTION_INACTIVE' } });
  });

  it.each(['gerant-mode', 'marie', 'admin', null])('%s enters no day of a seller', async (who) => {
    const { status } = await api.post(who, '/kpi/seller/entry', { date, ...figures });
    expect(status).toBe(who === null ? 401 : 403);
  });

  it('a revision that is no longer the present one is refused with the entry as it is', async () => {
    expect(await save({ 'if-match': '"1"' })).toMatchObject({
      status: 409,
      json: { code: 'STALE_REVISION', current: null },
    });
    const { json: entry } = await save({ 'if-match': '"0"' });
    expect(entry).toMatchObject({ ca_journalier: 1250.5, rev: 1 });
    const stale = await save({ 'if-match': '"0"' });
    expect(stale).toMatchObject({ status: 409, json: { code: 'STALE_REVISION' } });
    expect(Object(stale.json).current).toEqual(entry);
    expect(await save({ 'if-match': '"1"' })).toMatchObject({ status: 200 });
  });

  it('rights are judged before revisions, and revisions before dates', async () => {
    await arrange({ entry: ofTheTill });
    expect(await save({ 'if-match': '"7"' })).toMatchObject({ json: { code: 'ENTRY_LOCKED' } });
    const tomorrow = { date: '2025-12-20', ...figures };
    expect(await api.post('lea', '/kpi/seller/entry', tomorrow, { 'if-match': '"7"' })).toMatchObject({ status: 409 });
    expect(await api.post('lea', '/kpi/seller/entry', tomorrow)).toMatchObject({ status: 422 });
  });
});
