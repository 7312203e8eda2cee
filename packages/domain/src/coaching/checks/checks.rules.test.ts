import { expect, it } from 'vitest';
import { factTable, filled } from '../facts/fact-table.rules.ts';
import type { FactDraft } from '../facts/fact.model.ts';
import { findingsIn } from './checks.rules.ts';
import type { Finding } from './finding.model.ts';

const draft = (kind: FactDraft['kind'], unit: FactDraft['unit'], value: number, signed = false): FactDraft => ({
  key: `${kind}_${value}`,
  kind,
  unit,
  value,
  signed,
  period: null,
  source: 'kpi_entries',
  label: { fr: kind, en: kind },
});
const drafts = [
  draft('ca', 'eur', 125_050),
  draft('pm', 'eur', 10_421),
  draft('tt', 'pct', 2333),
  draft('ca', 'pct', -420, true),
  draft('ventes', 'count', 12),
  draft('iv', 'ratio', 167),
];
const context = (locale: 'fr' | 'en') => ({ locale, facts: factTable(drafts, locale), names: ['Léa', 'Anne-Marie'] });
const codes = (text: string, locale: 'fr' | 'en' = 'fr'): readonly Finding['code'][] => [
  ...new Set(findingsIn([text], context(locale)).map(({ code }) => code)),
];

it.each([
  'Ton CA est de {{f1}} pour {{f5}} ventes.',
  'Ton CA est de 1 250,50 €.',
  'Ton CA est de 1\u202F251\u202F€.',
  'Ton CA est de 1,3 k€.',
  'Panier moyen de 104,21 €, soit 104 €.',
  'Taux de 23,3 %.',
  'Le CA recule de {{f4}}.',
  'Le CA recule de 4,2 %.',
  'Évolution de -4,2 %.',
  'Propose un article complémentaire à deux clients.',
])('« %s » holds', (text) => expect(codes(text)).toEqual([]));

it.each<readonly [string, Finding['code']]>([
  ['Ton CA est de 1 300 €.', 'number'],
  ['Taux de 24 %.', 'number'],
  ['Indice 17', 'number'],
  ['Le CA est en hausse : {{f4}}.', 'direction'],
  ['Le CA progresse.', 'direction'],
  ['Évolution de +4,2 %.', 'number'],
  ['Évolution de 4,2 %.', 'number'],
  ['Tu as fait une douzaine de ventes.', 'number_word'],
  ['Tu doubles tes ventes cette semaine.', 'number_word'],
  ['Panier de {{f9}}.', 'unknown_fact'],
  ['Panier de {{ f1 }', 'unknown_fact'],
  ['Ton panier moyen est de {{f1}}.', 'label'],
  ['Ton panier moyen est de 1 250,50 €.', 'label'],
  ['Ton CA est de 1{{f5}} €.', 'number'],
  ['Tu as {{f5}} % de réussite.', 'number'],
  ['Tu as 12 % de réussite.', 'number'],
  ['Tu as gagné +12 ventes.', 'number'],
  ['Ton CA est de ١٢ €.', 'number'],
  ['Ton CA est de ½.', 'number'],
  ['Fais comme Léa avec tes clients.', 'name'],
  ['Fais comme Marie avec tes clients.', 'name'],
  ['Tu risques un avertissement.', 'guard'],
  ['Publie tes articles sur Instagram.', 'topic'],
  ['Écris à chef@exemple.fr dès ce soir.', 'private'],
  ['Regarde www.exemple.fr pour la suite.', 'private'],
  ['Voici <b>ton bilan</b> pour la semaine.', 'private'],
  ['You should talk to the customers in your shop.', 'language'],
  ['En tant qu’IA, je ne peux pas te répondre.', 'refusal'],
])('« %s » is refused: %s', (text, code) => expect(codes(text)).toContain(code));

it.each([
  ['Your turnover is €1,250.50 from 12 sales.', []],
  ['Your turnover fell by 4.2%.', []],
  ['Your turnover is €1,300.', ['number']],
  ['Your turnover grew: {{f4}}.', ['direction']],
  ['You made a dozen sales this week.', ['number_word']],
  ['Your average basket is {{f1}}.', ['label']],
  ['Tu vas vers le client avec un sourire.', ['language']],
  ['You may get a warning letter from the manager.', ['guard']],
])('“%s” in English', (text, found) => expect(codes(text, 'en')).toEqual(found));

it('puts the facts in as their reader writes them', () =>
  expect(filled('CA {{f1}}, {{ f3 }}, {{f9}}', context('en').facts)).toBe('CA €1,251, 23.3%, {{f9}}'));
