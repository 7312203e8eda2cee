import { expect, it } from 'vitest';
import type { Fact } from './fact.model.ts';
import { factText } from './fact-text.rules.ts';

const facts: readonly (readonly [Fact['unit'], number, boolean, string, string])[] = [
  ['eur', 125_050, false, '1 251 €', '€1,251'],
  ['eur', 10_421, false, '104,21 €', '€104.21'],
  ['eur', 99_999, false, '999,99 €', '€999.99'],
  ['eur', 100_000, false, '1 000 €', '€1,000'],
  ['eur', 0, false, '0,00 €', '€0.00'],
  ['eur', 3_000_000_000_000, false, '30 000 000 000 €', '€30,000,000,000'],
  ['pct', 2333, false, '23,3 %', '23.3%'],
  ['pct', -420, true, '−4,2 %', '−4.2%'],
  ['pct', 1005, true, '+10,1 %', '+10.1%'],
  ['pct', 0, true, '0,0 %', '0.0%'],
  ['pts', -167, true, '−1,7 pt', '−1.7 pt'],
  ['pts', 250, true, '+2,5 pts', '+2.5 pts'],
  ['ratio', 167, false, '1,67', '1.67'],
  ['count', 1234, false, '1 234', '1,234'],
  ['days', 1, false, '1 jour', '1 day'],
  ['days', 30, false, '30 jours', '30 days'],
  ['date', 20_260_411, false, 'samedi 11 avril 2026', 'Saturday 11 April 2026'],
  ['date', 20_260_301, false, 'dimanche 1er mars 2026', 'Sunday 1 March 2026'],
  ['date', 6, false, 'samedi', 'Saturday'],
];

it.each(facts)('%s %d is written for its reader', (unit, value, signed, fr, en) => {
  const written = (locale: 'fr' | 'en') => factText({ unit, value, signed }, locale).replaceAll('\u202F', ' ');
  expect([written('fr'), written('en')]).toEqual([fr, en]);
});
