import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { factTable } from '../facts/fact-table.rules.ts';
import type { FactDraft } from '../facts/fact.model.ts';
import { findingsIn } from './checks.rules.ts';

const count = (value: number): FactDraft => ({
  key: 'ventes',
  kind: 'ventes',
  unit: 'count',
  value,
  signed: false,
  period: null,
  source: 'kpi_entries',
  label: { fr: 'Ventes', en: 'Sales' },
});
const euros = (value: number): FactDraft => ({ ...count(value), key: 'ca', kind: 'ca', unit: 'eur' });
const judge = (text: string, facts: readonly FactDraft[]) =>
  findingsIn([text], { locale: 'fr', facts: factTable(facts, 'fr'), names: [] });

const comma = (text: string) => text.replace('.', ',');
const written = fc.tuple(
  fc.nat(9_999_999),
  fc.constantFrom('', ',5', ',55', '.5', ' %', ' €', ' k€', ' points', ' euros', '%', '€'),
  fc.constantFrom('', '+', '-', '−', '€', '(', 'x'),
);

it('refuses every number where there is no fact', () =>
  fc.assert(
    fc.property(written, ([number, after, before]) => {
      expect(judge(`Tu as ${before}${number}${after} de plus dans la journée.`, [])).not.toEqual([]);
    }),
  ));

it('accepts a count only as it is, never another one', () =>
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), (fact, said) => {
      const findings = judge(`Tu as conclu ${said} ventes dans la journée.`, [count(fact)]);
      expect(findings.length === 0).toBe(fact === said);
    }),
  ));

it('accepts an amount to the cent, to the ten cents and to the euro, rounded half up', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: -150, max: 150 }), (fact, off) => {
      const said = Math.max(0, fact + off);
      const accepted = (amount: string) => judge(`Ton CA est de ${amount} €.`, [euros(fact)]).length === 0;
      expect(accepted(comma((said / 100).toFixed(2)))).toBe(said === fact);
      expect(accepted(String(Math.round(said / 100)))).toBe(Math.round(said / 100) === Math.round(fact / 100));
      expect(accepted(comma((Math.round(said / 10) / 10).toFixed(1)))).toBe(
        Math.round(said / 10) === Math.round(fact / 10),
      );
    }),
  ));

it('finds digits wherever they hide', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^\p{Nd}$/u), fc.string(), (before, digit, after) => {
      const hidden = `${before}${digit}${after}`.replaceAll(/[{}]/g, '');
      expect(judge(hidden, [])).not.toEqual([]);
    }),
  ));
