import { describe, expect, it } from 'vitest';
import { cents } from '../kernel/index.ts';
import type { KpiTotals } from './totals.model.ts';
import { entryStateOf, type MyDay, usualFigures } from './my-day.rules.ts';
import { expectedDays, workBefore } from './staffing.rules.ts';
import { monthNumber, placeOf } from './month-place.rules.ts';
import { countBits } from './store-month.rules.ts';
import { teamMedian } from './team.rules.ts';
import { totalsOf, zeroSums } from './totals.rules.ts';

const day: MyDay = { entry: null, validated: false, absent: false, expected: true, allowed: true };
const entry = { locked: false, entered_by_role: 'seller' } as const;

describe('the word for a seller’s day', () => {
  it.each<[Partial<MyDay>, string]>([
    [{}, 'missing'],
    [{ allowed: false }, 'not_allowed'],
    [{ expected: false }, 'not_expected'],
    [{ expected: false, allowed: false }, 'not_expected'],
    [{ absent: true, expected: false }, 'absent'],
    [{ entry }, 'entered'],
    [{ entry, expected: false }, 'entered'],
    [{ entry: { ...entry, entered_by_role: 'manager' } }, 'corrected'],
    [{ entry: { ...entry, entered_by_role: 'gerant' } }, 'corrected'],
    [{ entry: { ...entry, entered_by_role: 'api' } }, 'entered'],
    [{ entry, validated: true }, 'validated'],
    [{ validated: true }, 'validated'],
    [{ entry: { locked: true, entered_by_role: 'api' }, validated: true }, 'locked'],
  ])('%o is %s', (facts, state) => expect(entryStateOf({ ...day, ...facts })).toBe(state));
});

describe('what is usual for a seller on a weekday', () => {
  const at = '2025-12-10T18:00:00.000Z';
  const given = { by: 'seller', id: 'lea', at } as const;
  const past = (euros: number, nb_ventes = 4, nb_prospects = 20) => ({
    ca_journalier: cents(euros * 100),
    nb_ventes,
    nb_articles: 8,
    nb_prospects,
    field_sources: { ca_journalier: given, nb_ventes: given, nb_prospects: given },
  });

  it.each<[readonly number[], object | undefined]>([
    [[900, 1000, 1100, 950, 1050, 1200, 800, 1000], { median: 1000, low: 750, high: 1250 }],
    [[1000, 1000, 1000, 1000, 1000], { median: 1000, low: 750, high: 1250 }],
    [[100, 400, 900, 1600, 2500, 200], { median: 650, low: 0, high: 2150 }],
    [[0, 0, 0, 50, 80], { median: 0, low: 0, high: 0 }],
    [[100, 200, 300, 400], { median: 250, low: null, high: null }],
    [[100, 200, 300], { median: 200, low: null, high: null }],
  ])('%o is %o', (history, band) => {
    const usual = usualFigures(
      '2025-12-10',
      history.map((euros) => past(euros)),
    );
    expect(usual).toMatchObject({ weekday: 3, n: history.length, fields: { ca_journalier: band } });
  });

  it('is nothing below three days, and looks at the last eight', () => {
    expect(usualFigures('2025-12-10', [past(1), past(2)])).toBeNull();
    const usual = usualFigures('2025-12-10', [...Array.from({ length: 8 }, () => past(100)), past(9000)]);
    expect(usual).toMatchObject({ n: 8, fields: { ca_journalier: { median: 100 } } });
  });

  it('holds the ratios of each day, and leaves out what too few days have', () => {
    const days = [past(100, 4, 20), past(200, 4, 10), past(90, 3, 0), past(50, 0, 0)];
    expect(usualFigures('2025-12-10', days)?.fields).toEqual({
      ca_journalier: { median: 95, low: null, high: null },
      nb_ventes: { median: 3.5, low: null, high: null },
      nb_prospects: { median: 5, low: null, high: null },
      panier_moyen: { median: 30, low: null, high: null },
      indice_vente: { median: 2, low: null, high: null },
    });
  });
});

describe('the middle of a team', () => {
  const seller = (euros: number, ventes: number, prospects: number, count = 3): KpiTotals =>
    totalsOf(
      { ...zeroSums, ca_journalier: euros * 100, nb_ventes: ventes, nb_articles: ventes * 2, nb_prospects: prospects },
      { sellers: 1, entries: count },
    );
  const four = [seller(100, 2, 10), seller(200, 2, 20), seller(300, 3, 30), seller(400, 2, 40)];

  it('is told from four sellers with three days each on', () => {
    expect(teamMedian(four)).toEqual({
      total_ca: 25_000,
      avg_panier_moyen: 10_000,
      avg_indice_vente: 2,
      taux_transformation: 10,
    });
    expect(teamMedian(four.slice(1))).toBeNull();
    expect(teamMedian([...four.slice(1), seller(100, 2, 10, 2)])).toBeNull();
    expect(teamMedian([])).toBeNull();
  });

  it('holds no conversion where too few counted visitors', () => {
    expect(teamMedian([...four.slice(1), seller(100, 2, 0)])).toMatchObject({ taux_transformation: null });
  });
});

describe('who is at work on which days', () => {
  const span = { from: '2025-12-01', to: '2025-12-10' };
  it('ends the day before someone stops', () => {
    expect(workBefore(span, null)).toEqual(span);
    expect(workBefore(span, '2025-12-05')).toEqual({ from: '2025-12-01', to: '2025-12-04' });
    expect(workBefore({ from: '2025-12-01', to: null }, '2025-12-05')).toEqual({
      from: '2025-12-01',
      to: '2025-12-04',
    });
    expect(workBefore(span, '2025-12-11')).toEqual(span);
    expect(workBefore(span, '2025-12-01')).toBeNull();
  });

  it('makes figures expected on the days that are left of it, absences apart', () => {
    const away = new Map([[monthNumber('2025-12'), 0b100]]);
    const lea = { id: 'lea', spans: [{ from: placeOf('2025-12-03'), to: null }], away };
    const days = (month: string) => expectedDays(lea, monthNumber(month));
    expect(['2025-11', '2025-12', '2026-01'].map((month) => countBits(days(month)))).toEqual([0, 28, 31]);
    expect(
      expectedDays(
        { ...lea, spans: [{ from: placeOf(span.from), to: placeOf(span.to) }], away: new Map() },
        monthNumber('2025-12'),
      ),
    ).toBe(0b11_1111_1111);
  });
});
