import { addDays, cents } from '@retail-performer/domain/kernel';
import type { KpiEntry } from '@retail-performer/domain/kpis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf, rowIn } from '../../../test/day.ts';
import { engines } from '../../../test/engines.ts';
import { entryRow, put, today as date } from '../../../test/figures.ts';
import { readingsOf } from '../../../test/readings.ts';
import { type TestApp, testApp } from '../../../test/test-app.ts';

const source = { by: 'seller', id: 'lea', at: '2025-12-15T08:00:00.000Z' } as const;
const given = { ca_journalier: source, nb_ventes: source, nb_articles: source, nb_prospects: source };
const typed = (more: Partial<KpiEntry> = {}) => entryRow({ field_sources: given, ...more });

describe.each(engines)('the grid of a day on $name', (engine) => {
  let api: TestApp;
  beforeEach(async () => {
    api = await testApp(engine);
  });
  afterEach(() => api.close());

  it('marks figures far from those of the same weekdays, and what does not fit together', async () => {
    const mondays = [900, 1000, 1100, 950, 1050, 1200, 800, 1000].map((euros, weeks) =>
      typed({ date: addDays(date, -7 * (weeks + 1)), ca_journalier: cents(euros * 100) }),
    );
    // A ninth Monday is too long ago, another weekday another matter.
    const others = [63, 1, 2].map((days) => typed({ date: addDays(date, -days), ca_journalier: cents(999_900) }));
    await put(api, ...mondays, ...others);
    const warned = async (more: Partial<KpiEntry>) => {
      await put(api, typed(more));
      return rowIn(await dayOf(api).show(), 'lea').warnings;
    };
    const euros = (amount: number) => cents(Math.round(amount * 100));
    expect(await warned({ ca_journalier: euros(750) })).toEqual([]);
    expect(await warned({ ca_journalier: euros(1250.01) })).toEqual([
      { field: 'ca_journalier', code: 'FAR_FROM_USUAL', value: 1250.01, low: 750, high: 1250 },
    ]);
    const odd = await warned({ ca_journalier: euros(0), nb_ventes: 9, nb_articles: 8, nb_prospects: 5 });
    expect(odd.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'ca_journalier FAR_FROM_USUAL',
      'nb_articles FAR_FROM_USUAL',
      'nb_prospects FAR_FROM_USUAL',
      'nb_articles ARTICLES_BELOW_SALES',
      'nb_prospects SALES_ABOVE_PROSPECTS',
      'ca_journalier SALES_WITHOUT_CA',
    ]);
    const { nb_articles: _, nb_prospects: __, ...two } = given;
    expect(await warned({ ca_journalier: euros(1000), nb_articles: 0, nb_prospects: 0, field_sources: two })).toEqual(
      [],
    );
  });

  it('tells the usual band in whole cents, the very one that the seller is shown', async () => {
    const mondays = [1, 2, 3, 4, 5].map((weeks) =>
      typed({ date: addDays(date, -7 * weeks), ca_journalier: cents(10_001) }),
    );
    await put(api, ...mondays, typed({ ca_journalier: cents(12_502) }));
    expect(rowIn(await dayOf(api).show(), 'lea').warnings).toMatchObject([{ value: 125.02, low: 75.01, high: 125.01 }]);
    expect(await readingsOf(api).home()).toMatchObject({
      refs: { fields: { ca_journalier: { median: 100.01, low: 75.01, high: 125.01 } } },
    });
  });

  it('marks figures far from those of the same weekdays before a long absence', async () => {
    await put(api, ...[27, 28, 29, 30, 31].map((weeks) => typed({ date: addDays(date, -7 * weeks) })));
    await put(api, typed({ ca_journalier: cents(999_900) }));
    const [warning] = rowIn(await dayOf(api).show(), 'lea').warnings;
    expect(warning).toMatchObject({ field: 'ca_journalier', code: 'FAR_FROM_USUAL', value: 9999 });
  });
});
