import { describe, expect, it } from 'vitest';
import * as format from './format.ts';

const nbsp = '\u00a0';
const thin = '\u202f';

describe('figures', () => {
  it.each([
    ['money of a ticket', format.money(1250.5, 'fr'), `1${thin}250,50${nbsp}€`],
    ['money of a ticket', format.money(1250.5, 'en'), '€1,250.50'],
    ['money of a strip', format.moneyRound(182460, 'fr'), `182${thin}460${nbsp}€`],
    ['money of a strip', format.moneyRound(182460.4, 'en'), '€182,460'],
    ['money of an axis', format.moneyShort(24000, 'fr'), `24${nbsp}k€`],
    ['money of an axis', format.moneyShort(24000, 'en'), '€24k'],
    ['a small amount on an axis', format.moneyShort(640, 'fr'), `640${nbsp}€`],
    ['a rate', format.percent(23.4, 'fr'), `23,40${nbsp}%`],
    ['a rate', format.percent(23.4, 'en'), '23.40%'],
    ['a rise', format.evolution(3.1, 'fr'), `+3,1${nbsp}%`],
    ['a fall', format.evolution(-12, 'fr'), `−12,0${nbsp}%`],
    ['a fall', format.evolution(-12, 'en'), '−12.0%'],
    ['points', format.points(-0.5, 'fr'), `−0,5${nbsp}pt`],
    ['points', format.points(-0.5, 'en'), `−0.5${nbsp}pt`],
    ['a ratio', format.ratio(1.67, 'fr'), '1,67'],
    ['a ratio', format.ratio(1.67, 'en'), '1.67'],
    ['a count', format.count(12480, 'fr'), `12${thin}480`],
  ])('%s is printed as %s', (_what, printed, expected) => {
    expect(printed).toBe(expected);
  });

  it('what was never given is a dash, never a zero', () => {
    expect(format.percent(null, 'fr')).toBe('—');
    expect(format.evolution(null, 'en')).toBe('—');
    expect(format.ratio(null, 'fr')).toBe('—');
  });
});

describe('days', () => {
  it.each([
    [format.dayLong('2026-04-11', 'fr'), 'samedi 11 avril 2026'],
    [format.dayLong('2026-04-11', 'en'), 'Saturday 11 April 2026'],
    [format.dayLong('2026-05-01', 'fr'), 'vendredi 1er mai 2026'],
    [format.dayShort('2026-04-11', 'fr'), 'sam. 11 avr.'],
    [format.dayShort('2026-04-11', 'en'), 'Sat 11 Apr'],
    [format.dayShort('2026-09-05', 'en'), 'Sat 5 Sep'],
    [format.week('2026-04-11', 'fr'), 'semaine 15'],
    [format.week('2026-04-11', 'en'), 'week 15'],
    [format.month('2026-04-11', 'fr'), 'avril 2026'],
    [format.dayRange('2026-04-06', '2026-04-11', 'fr'), 'du 6 au 11 avril'],
    [format.dayRange('2026-04-06', '2026-04-11', 'en'), '6–11 April'],
    [format.dayRange('2026-03-30', '2026-04-04', 'fr'), 'du 30 mars au 4 avril'],
    [format.dayRange('2026-03-30', '2026-04-04', 'en'), '30 March – 4 April'],
  ])('a day or a span reads %s', (printed, expected) => {
    expect(printed).toBe(expected);
  });

  it('an instant is printed on the clock of the shop', () => {
    expect(format.time('2026-04-11T17:42:09.123Z', 'fr', 'Europe/Paris')).toBe('19:42');
    expect(format.time('2026-04-11T17:42:09.123Z', 'en', 'Europe/Paris')).toBe('19:42');
    expect(format.dayOfInstant('2026-04-11T22:30:00.000Z', 'Europe/Paris')).toBe('2026-04-12');
  });

  it('the past is told in its largest unit', () => {
    const now = Date.parse('2026-04-11T17:00:00.000Z');
    expect(format.ago('2026-04-08T17:00:00.000Z', now, 'fr')).toBe('il y a 3 jours');
    expect(format.ago('2026-04-08T17:00:00.000Z', now, 'en')).toBe('3 days ago');
    expect(format.ago('2026-04-11T16:55:00.000Z', now, 'fr')).toBe('il y a 5 minutes');
  });
});
