import type { Competence } from '../coaching.model.ts';

/** A preference: D acts and decides, I connects, S supports, C checks. */
export type Letter = 'D' | 'I' | 'S' | 'C';
export const letters: readonly Letter[] = ['D', 'I', 'S', 'C'];

/** What each option of a skill situation is worth; three situations per pillar, in the order of the questions. */
const points: readonly (readonly [Competence, readonly [string, string, string]])[] = [
  ['accueil', ['10 7 1 4', '4 1 10 7', '1 10 4 7']],
  ['decouverte', ['4 1 7 10', '10 7 1 4', '4 7 10 1']],
  ['argumentation', ['1 10 4 7', '4 1 7 10', '10 7 4 1']],
  ['closing', ['7 4 10 1', '7 10 1 4', '7 1 4 10']],
  ['fidelisation', ['4 10 1 7', '10 1 4 7', '4 7 10 1']],
];

/** What each option of questions 16 to 39 expresses; every order stands once. */
const orders =
  'DCSI CIDS SDCI DISC IDCS SCDI CSID DCIS ISCD CISD SICD CSDI DSIC IDSC DSCI SCID CDSI ICDS DICS SIDC ISDC CDIS ICSD SDIC';

/** One skill situation: its pillar, and what its options A to D are worth. */
export interface SkillQuestion {
  readonly pillar: Competence;
  readonly points: readonly number[];
}

/** Questions 1 to 15 of the seller's questionnaire, by number. */
export const skillQuestions: ReadonlyMap<number, SkillQuestion> = new Map(
  points
    .flatMap(([pillar, rows]) => rows.map((row) => ({ pillar, points: row.split(' ').map(Number) })))
    .map((question, place) => [place + 1, question]),
);

/** Questions 16 to 39, by number: the letter that each option expresses. */
export const preferenceQuestions: ReadonlyMap<number, readonly Letter[]> = new Map(
  orders
    .split(' ')
    .map((order, place) => [
      place + 16,
      order.split('').flatMap((sign) => letters.filter((letter) => letter === sign)),
    ]),
);
