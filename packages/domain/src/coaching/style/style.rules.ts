import { halfUp } from '../../kernel/index.ts';
import { Competence } from '../coaching.model.ts';
import type { DiagnosticAnswer, Style } from '../diagnostic.model.ts';
import { type Letter, letters, preferenceQuestions, skillQuestions } from './sheet.ts';
import { countsInTexts, type Counts, noCounts, totalOf } from './text-style.rules.ts';

/** What the rules read in some answers: never touched by a model. */
export interface Profile {
  readonly style: Style;
  readonly level: number;
  /** Scored pillars only, in thousandths from 1 000 to 10 000. */
  readonly pillars: ReadonlyMap<Competence, number>;
}

/** The level of somebody whose pillars are not known. */
const middleLevel = 3;

const styles: Readonly<Record<Letter, Style>> = { D: 'Dynamique', I: 'Convivial', S: 'Discret', C: 'Stratège' };
const wholeSheet = 24;

/**
 * The style of some preferences: balanced within 3 of 24, mixed within 1 of 24, else the strongest. A partial
 * sheet is judged by the same shares, so that 24 answers and fewer follow one rule.
 */
export function styleOf(counts: Counts): Style {
  const total = totalOf(counts);
  const [best = 0, second = 0, , least = 0] = letters.map((letter) => counts[letter]).toSorted((a, b) => b - a);
  if (total === 0 || (best - least) * wholeSheet <= 3 * total) return 'Adaptateur';
  if ((best - second) * wholeSheet <= total) return 'Explorateur';
  const strongest = letters.find((letter) => counts[letter] === best) ?? 'D';
  return styles[strongest];
}

/** The level of a mean score in thousandths: below 3.5, 5, 6.5 and 8 out of 10. */
export function levelOf(pillars: ReadonlyMap<Competence, number>): number {
  if (pillars.size === 0) return middleLevel;
  const sum = [...pillars.values()].reduce((total, score) => total + score, 0);
  return 1 + [3500, 5000, 6500, 8000].filter((bound) => sum >= bound * pillars.size).length;
}

/** Style, level and pillars of the answers; unusable ones give Adaptateur and level 3. */
export function profileOf(answers: readonly DiagnosticAnswer[]): Profile {
  const pillars = pillarsOf(answers);
  return { style: styleOf(countsOf(answers)), level: levelOf(pillars), pillars };
}

function countsOf(answers: readonly DiagnosticAnswer[]): Counts {
  const chosen = answers.flatMap(({ question_id = 0, answer }) => {
    const option = optionOf(answer);
    return option === null ? [] : (preferenceQuestions.get(question_id)?.[option] ?? []);
  });
  if (chosen.length > 0) {
    const times = (letter: Letter) => chosen.filter((each) => each === letter).length;
    return { D: times('D'), I: times('I'), S: times('S'), C: times('C') };
  }
  const inWords = countsInTexts(answers.flatMap(({ answer }) => (typeof answer === 'string' ? [answer] : [])));
  // One word alone tells no way of working.
  return totalOf(inWords) < 2 ? noCounts : inWords;
}

function pillarsOf(answers: readonly DiagnosticAnswer[]): ReadonlyMap<Competence, number> {
  const scored = answers.flatMap(({ question_id = 0, answer }) => {
    const question = skillQuestions.get(question_id);
    const points = question?.points[optionOf(answer) ?? -1];
    return question === undefined || points === undefined ? [] : [{ pillar: question.pillar, points }];
  });
  const entries = Competence.options.flatMap((pillar): [Competence, number][] => {
    const own = scored.filter((each) => each.pillar === pillar).map(({ points }) => points);
    return own.length === 0 ? [] : [[pillar, halfUp(own.reduce((a, b) => a + b) * 1000, own.length)]];
  });
  return new Map(entries);
}

// Forms send numbers as text.
function optionOf(answer: string | number): number | null {
  const option = typeof answer === 'number' ? answer : /^[0-3]$/.test(answer) ? Number(answer) : -1;
  return option >= 0 && option <= 3 ? option : null;
}
