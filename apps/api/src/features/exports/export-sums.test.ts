import { addDays } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../../test/engines.ts';
import { exportOf, hundredths, inHundredths, type Line, linesOf } from '../../../test/exported.ts';
import { scattered } from '../../../test/scattered.ts';
import { dayRow, entryRow, put, putDay } from '../../../test/figures.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

interface Sum {
  ca: bigint;
  ventes: number;
  articles: number;
}
const nothing = (): Sum => ({ ca: 0n, ventes: 0, articles: 0 });

/** Sums by any key, read off the entries alone. */
function summed(of: readonly KpiEntry[], keyOf: (entry: KpiEntry) => string): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const entry of of) {
    const sum = sums.get(keyOf(entry)) ?? nothing();
    sum.ca += BigInt(entry.ca_journalier);
    sum.ventes += entry.nb_ventes;
    sum.articles += entry.nb_articles;
    sums.set(keyOf(entry), sum);
  }
  return sums;
}

/** The Monday of a day, counted from a known one. */
function monday(day: string): string {
  const days = Math.round((Date.parse(day) - Date.parse('2023-01-02')) / 86_400_000);
  return addDays('2023-01-02', days - (days % 7));
}

const keys: Readonly<Record<string, (entry: KpiEntry) => string>> = {
  day: ({ date, store_id }) => `${date} ${store_id}`,
  week: ({ date, store_id }) => `${monday(date) < '2024-01-01' ? '2024-01-01' : monday(date)} ${store_id}`,
  month: ({ date, store_id }) => `${date.slice(0, 7)}-01 ${store_id}`,
  seller: ({ seller_id }) => seller_id,
  entry: ({ date, seller_id }) => `${date} ${seller_id}`,
};

describe.each(engines)('the sums of exports on $name', (engine) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp(engine);
    await put(api, ...scattered);
    await putDay(api, dayRow({ date: '2025-12-10', nb_prospects: 77 }));
  });
  afterAll(() => api.close());

  const elapsed = scattered.filter(({ date }) => date >= '2024-01-01' && date <= '2025-12-15');
  const period = 'p=2024-01-01..2025-12-15';
  const inFile = async (who: string, path: string, keyOf: (line: Line) => string) => {
    const sums = new Map<string, Sum>();
    for (const line of linesOf(await exportOf(api, who, path))) {
      if (sums.has(keyOf(line))) throw new Error(`Twice: ${keyOf(line)}`);
      const ca = hundredths(line['Chiffre d’affaires (€)']) ?? 0n;
      sums.set(keyOf(line), { ca, ventes: Number(line['Ventes']), articles: Number(line['Articles']) });
    }
    return sums;
  };

  it.each(['day', 'week', 'month', 'seller', 'entry'])(
    'of the network by %s are those of its entries, to the cent',
    async (group) => {
      const keyOf = (line: Line) => {
        if (group === 'seller') return line['Vendeur'] ?? '';
        const when = line['Date'] ?? line['Début'];
        return group === 'entry' ? `${when} ${line['Vendeur']}` : `${when} ${line['Magasin']}`;
      };
      expect(await inFile('gerant-mode', `/gerant/export?${period}&group=${group}`, keyOf)).toEqual(
        summed(elapsed, keys[group] ?? String),
      );
    },
  );

  it.each(['day', 'week', 'month', 'seller', 'entry'])('of a store by %s are those of its entries', async (group) => {
    const keyOf = (line: Line) => [line['Date'] ?? line['Début'], line['Vendeur']].join(' ').trim();
    const found = await inFile('marie', `/stores/lyon/export?${period}&group=${group}`, keyOf);
    const own = elapsed.filter(({ store_id }) => store_id === 'lyon');
    const expected = summed(own, (entry) => (keys[group] ?? String)(entry).replace(' lyon', ''));
    expect(found).toEqual(expected);
  });

  it('of a seller are those of the seller’s summary', async () => {
    const lines = [...(await inFile('lea', `/me/export?${period}`, ({ Date: date = '' }) => date)).values()];
    const { json } = await api.get('lea', '/kpi/seller/summary?start_date=2024-01-01&end_date=2025-12-15');
    const total = lines.reduce((sum, { ca }) => sum + ca, 0n);
    expect(Number(total) / 100).toBe(Object(json).total_ca);
    expect(lines.reduce((sum, { ventes }) => sum + ventes, 0)).toBe(Object(json).total_ventes);
    expect(lines).toHaveLength(Object(json).count);
  });

  it('of a day are those of the store’s summary, counted visitors and ratios included', async () => {
    const lyon = elapsed.filter(({ store_id }) => store_id === 'lyon').map(({ date }) => date);
    for (const date of ['2025-12-10', ...new Set(lyon)].slice(0, 20)) {
      const [line] = linesOf(await exportOf(api, 'marie', `/stores/lyon/export?p=${date}`));
      const { json } = await api.get('marie', `/kpi/manager/store-summary?date=${date}`);
      const { total_ca, total_prospects, panier_moyen, taux_transformation, seller_count } = Object(json);
      const shown = [
        line?.['Chiffre d’affaires (€)'],
        line?.['Panier moyen (€)'],
        line?.['Taux de transformation (%)'],
      ];
      expect(shown.map(hundredths)).toEqual([total_ca, panier_moyen, taux_transformation].map(inHundredths));
      expect([Number(line?.['Entrées']), Number(line?.['Saisies'])]).toEqual([total_prospects, seller_count]);
    }
  });

  it('end where each store’s own day does', async () => {
    await put(
      api,
      entryRow({ seller_id: 'zoe', store_id: 'reunion', date: '2025-12-16' }),
      entryRow({ date: '2025-12-16' }),
    );
    const days = async (group: string) => {
      const lines = linesOf(
        await exportOf(api, 'gerant-mode', `/gerant/export?p=2025-12-16..2025-12-31&group=${group}`),
      );
      return lines.map(({ Magasin }) => Magasin);
    };
    // Five in the morning on Réunion, two in Paris: the 16th has begun there, not here.
    api.system.moveTo('2025-12-16T01:00:00.000Z');
    // Who asks for days to come sees what was written for them.
    for (const group of ['day', 'entry', 'seller', 'week']) expect(await days(group)).toEqual(['lyon', 'reunion']);
    const running = linesOf(await exportOf(api, 'gerant-mode', '/gerant/export?p=2025-12&group=day'));
    expect(running.filter(({ Date: date }) => date === '2025-12-16').map(({ Magasin }) => Magasin)).toEqual([
      'reunion',
    ]);
  });
});
