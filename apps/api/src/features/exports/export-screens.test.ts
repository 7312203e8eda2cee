import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { exportOf, hundredths, inHundredths, type Line, linesOf } from '../../../test/exported.ts';
import { dayRow, put, putDay } from '../../../test/figures.ts';
import { scattered } from '../../../test/scattered.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

interface Point {
  readonly totals: {
    readonly count: number;
    readonly total_ca: number;
    readonly total_prospects: number;
    readonly taux_transformation: number | null;
  };
}

describe.each(engines)('the figures of exports on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await put(api, ...scattered);
    await putDay(api, dayRow({ date: '2025-12-10', nb_prospects: 77 }));
  });
  afterAll(() => api.close());

  it.each(['day', 'week', 'month', 'seller'])('of a store by %s are those of its screen', async (group) => {
    const asked = `p=2025-03-05..2025-12-15&group=${group}`;
    const lines = linesOf(await exportOf(api, 'marie', `/stores/lyon/export?${asked}`));
    const { json } = await api.get('marie', `/stores/lyon/summary?${asked}&cmp=none`);
    const series = Object(json).series.filter(({ totals }: Point) => totals.count > 0);
    const shown = (point: Point) => [
      point.totals.total_ca,
      point.totals.total_prospects,
      point.totals.taux_transformation,
    ];
    const told = (line: Line) => [
      line['Chiffre d’affaires (€)'],
      `${line['Entrées']},00`,
      line['Taux de transformation (%)'],
    ];
    const withFigures = lines.filter((line) => line['Saisies'] !== '0');
    expect(withFigures.map((line) => told(line).map(hundredths))).toEqual(
      series.map((point: Point) => shown(point).map(inHundredths)),
    );
  });

  it('of the network are those of its screen', async () => {
    const asked = 'p=2025-03-05..2025-12-15';
    const lines = linesOf(await exportOf(api, 'gerant-mode', `/gerant/export?${asked}`));
    const { json } = await api.get('gerant-mode', `/gerant/dashboard/network?${asked}&cmp=none`);
    const { totals } = Object(json);
    const total = (name: string) =>
      lines.reduce(
        (sum, line) => sum + (hundredths(`${line[name]}`.includes(',') ? line[name] : `${line[name]},00`) ?? 0n),
        0n,
      );
    const names = ['Chiffre d’affaires (€)', 'Ventes', 'Articles', 'Entrées', 'Saisies'];
    const figuresOf = [
      totals.total_ca,
      totals.total_ventes,
      totals.total_articles,
      totals.total_prospects,
      totals.count,
    ];
    expect(names.map(total)).toEqual(figuresOf.map(inHundredths));
  });
});
