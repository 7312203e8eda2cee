import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { today } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';
import { entriesOf, figures, reportIn, sumsOf, type Till, tillOf } from '../../../test/till.ts';
import { user } from '../../../test/world.ts';

const team = Array.from({ length: 20 }, (_, place) => `vendeur-${place}`);

describe.each(engines)('syncs at the same time on $name', (engine) => {
  let api: TestApp;
  let till: Till;
  beforeEach(async () => {
    api = await testApp(engine);
    till = await tillOf(api);
    const mine = { workspace_id: 'mode', store_id: 'lyon' };
    await api.records.users.insert(...team.map((id) => user(id, 'seller', mine)));
  });
  afterEach(() => api.close());

  // The sums are kept, never counted: they must be those of the entries whoever wrote last.
  const expectTrueSums = async () => {
    const entries = [...(await entriesOf(api)).values()];
    const sum = (of: (entry: (typeof entries)[number]) => number) => entries.reduce((all, each) => all + of(each), 0);
    expect(await sumsOf(api)).toMatchObject({
      ca_journalier: sum((entry) => entry.ca_journalier),
      nb_ventes: sum((entry) => entry.nb_ventes),
      nb_articles: sum((entry) => entry.nb_articles),
      seller_count: entries.length,
      locked_count: entries.filter(({ locked }) => locked).length,
    });
    return entries;
  };

  it('of the same lines create each entry once', async () => {
    const lines = team.map((id) => figures(id));
    const replies = await Promise.all([till.sync(lines), till.sync(lines), till.sync(lines)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    const reports = replies.map(reportIn);
    expect(reports.reduce((created, report) => created + report.entries_created, 0)).toBe(20);
    expect(reports.every(({ total }) => total === 20)).toBe(true);
    const entries = await expectTrueSums();
    expect(entries.map(({ rev }) => rev)).toEqual(team.map(() => 1));
  });

  it('of parts of a team add up to the whole day', async () => {
    const parts = [0, 5, 10, 15].map((from) => team.slice(from, from + 5).map((id) => figures(id)));
    const replies = await Promise.all(parts.map((part) => till.sync(part)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await expectTrueSums()).toHaveLength(20);
    const changed = team.map((id, place) => [figures(id, { nb_ventes: place })]);
    await Promise.all(changed.map((part) => till.sync(part)));
    const entries = await expectTrueSums();
    expect(entries.reduce((all, { nb_ventes }) => all + nb_ventes, 0)).toBe(190);
  });

  it('and sellers’ own figures end with the till’s, whoever was first', async () => {
    const sellers = ['lea', 'tom'];
    const typed = sellers.map((who) => () => api.post(who, '/kpi/seller/entry', { date: today, nb_ventes: 1 }));
    const synced = () => till.sync([...sellers, ...team].map((id) => figures(id)));
    const [report, ...own] = await Promise.all([synced, ...typed].map((call) => call()));
    expect(report?.status).toBe(200);
    for (const { status, json } of own) {
      expect([200, 403]).toContain(status);
      expect(status === 200 || Object(json).code === 'ENTRY_LOCKED').toBe(true);
    }
    const entries = await expectTrueSums();
    expect(entries).toHaveLength(22);
    expect(entries.every(({ locked, nb_ventes }) => locked && nb_ventes === 10)).toBe(true);
  });
});
