import { cents, type Instant } from '../kernel/index.ts';
import { type EntryBy, entryModeOf } from './kpi-config.model.ts';
import { Figure, type FieldSource, type FieldSources, type KpiEntry, type KpiEntryInput } from './kpi.model.ts';

/** A person who types figures, and when. */
export interface EntryWriter {
  readonly by: 'seller' | 'manager' | 'gerant';
  readonly id: string;
  readonly at: Instant;
}

/** What a write of figures changes of an entry; the rest of it only says whose day it is. */
export type EntryContent = Pick<
  KpiEntry,
  | Figure
  | 'nb_ventes_with_prospects'
  | 'field_sources'
  | 'comment'
  | 'source'
  | 'locked'
  | 'entered_by'
  | 'entered_by_role'
>;

/** What is known of a day before someone writes into it. */
export interface DayBefore {
  readonly entry: Pick<KpiEntry, 'locked' | 'entered_by_role'> | null;
  readonly validated: boolean;
  readonly entry_by: EntryBy;
}

/**
 * Why a person may not write these figures, or null: till before people, managers and owners before sellers, judged
 * on the whole entry by its last writer. Who enters which figure limits sellers only.
 */
export function entryRefusal(
  writer: EntryWriter['by'],
  { entry, validated, entry_by }: DayBefore,
): 'ENTRY_LOCKED' | 'DAY_VALIDATED' | 'ENTRY_SET_BY_MANAGER' | 'ENTRY_NOT_ALLOWED' | null {
  if (entry?.locked === true) return 'ENTRY_LOCKED';
  if (validated) return 'DAY_VALIDATED';
  if (writer !== 'seller') return null;
  if (entry?.entered_by_role === 'manager' || entry?.entered_by_role === 'gerant') return 'ENTRY_SET_BY_MANAGER';
  return Object.values(entry_by).includes('seller') ? null : 'ENTRY_NOT_ALLOWED';
}

/** Who enters the figures of a store whose sellers enter none, in words for the sentence of the refusal. */
export const enteredBy = (entry_by: EntryBy) =>
  entryModeOf(entry_by) === 'till' ? { fr: 'la caisse', en: 'the till' } : { fr: 'le manager', en: 'the manager' };

/**
 * The whole entry that an input stands for: an absent figure is zero and not given, and a figure that is not the
 * writer's to enter stays as it is stored. The same input always gives the same entry.
 */
export function rewrittenBy(
  writer: EntryWriter,
  input: Omit<KpiEntryInput, 'date'>,
  { current, entry_by }: { readonly current: KpiEntry | null; readonly entry_by: EntryBy },
): EntryContent {
  const mine = (figure: Figure) => writer.by !== 'seller' || entry_by[figure] === 'seller';
  const valueOf = (figure: Figure): number => (mine(figure) ? input[figure] : current?.[figure]) ?? 0;
  const nb_ventes = valueOf('nb_ventes');
  const nb_prospects = valueOf('nb_prospects');
  return {
    ca_journalier: cents(valueOf('ca_journalier')),
    nb_ventes,
    nb_articles: valueOf('nb_articles'),
    nb_prospects,
    nb_ventes_with_prospects: salesWithVisitors({ nb_ventes, nb_prospects }),
    field_sources: sourcesBy(writer, input, { current, mine }),
    comment: input.comment,
    source: 'manual',
    locked: false,
    entered_by: writer.id,
    entered_by_role: writer.by,
  };
}

/** The sales of a day whose visitors were counted, else none. */
export const salesWithVisitors = ({ nb_ventes, nb_prospects }: Pick<KpiEntry, 'nb_ventes' | 'nb_prospects'>): number =>
  nb_prospects > 0 ? nb_ventes : 0;

/** Tells whether two contents say exactly the same, the givers of their figures included. */
export function sameContent(one: EntryContent, other: EntryContent): boolean {
  const plain = ['comment', 'source', 'locked', 'entered_by', 'entered_by_role'] as const;
  return (
    plain.every((field) => one[field] === other[field]) &&
    Figure.options.every(
      (figure) => one[figure] === other[figure] && sameSource(one.field_sources[figure], other.field_sources[figure]),
    )
  );
}

function sourcesBy(
  writer: EntryWriter,
  input: Omit<KpiEntryInput, 'date'>,
  { current, mine }: { readonly current: KpiEntry | null; readonly mine: (figure: Figure) => boolean },
): FieldSources {
  const sources: FieldSources = {};
  // A correction leaves each figure that it repeats to whoever gave it.
  const corrects = writer.by !== 'seller';
  for (const figure of Figure.options) {
    const stored = current?.field_sources[figure];
    const repeated = current?.[figure] === input[figure] && (corrects || stored?.id === writer.id);
    const source = mine(figure) ? input[figure] !== undefined && ((repeated && stored) || { ...writer }) : stored;
    if (source) sources[figure] = source;
  }
  return sources;
}

const sameSource = (one: FieldSource | undefined, other: FieldSource | undefined): boolean =>
  one?.by === other?.by && one?.id === other?.id && one?.at === other?.at;
