import { expect, it } from 'vitest';
import { pairText, reasonText } from './pairing-text.rules.ts';
import { schoolHolidayOn, schoolZoneOf } from './school.rules.ts';

it('names a pair of days and why they belong together', () => {
  expect(pairText('2026-01-13', { date: '2025-01-14', reason: 'soldes_hiver' }, 'fr')).toBe(
    'mar. 13/01 ↔ mar. 14/01/2025, même jour des soldes d’hiver',
  );
  expect(pairText('2026-05-14', { date: '2025-05-29', reason: 'ferie:ascension' }, 'en')).toBe(
    'Thu 14/05 ↔ Thu 29/05/2025, Ascension Day',
  );
  expect(reasonText('soldes_ete:decale', 'fr')).toBe('même jour des soldes d’été, décalé');
  expect(pairText('2026-01-13', { date: null, reason: 'non_comparable' }, 'fr')).toBe(
    'aucun jour comparable l’an passé',
  );
});

it.each([
  ['69', 'A', '2026-02-10', 'hiver'],
  ['59', 'B', '2026-02-10', null],
  ['75', 'C', '2026-02-21', 'hiver'],
  ['75', 'C', '2025-12-20', 'noel'],
  ['974', null, '2025-12-20', null],
  ['2A', null, '2025-12-20', null],
  [null, null, '2025-12-20', null],
])('in department %s the schools are of zone %s, and on %s on holiday: %s', (department, zone, day, holiday) => {
  expect(schoolZoneOf(department)).toBe(zone);
  expect(schoolHolidayOn(day, zone === null ? null : schoolZoneOf(department))).toBe(holiday);
});
