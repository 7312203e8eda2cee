import { z } from 'zod';
import { DayHead, type DayRow, type Footfall } from './day.model.ts';
import { type DayMember, type DaySetting, isExpected, isMissing, memberState, memberStatus } from './day.rules.ts';
import { dayTotals, noTotals } from './day-totals.rules.ts';
import { entryWarnings } from './entry-warning.rules.ts';
import { isBelowSellers, prospectShares } from './footfall.rules.ts';
import type { KpiEntry, StoreDayRow } from './kpi.model.ts';
import { entryView } from './kpi.rules.ts';

/** A store's day with everyone who belongs to it, by name. */
export interface DayPicture extends DaySetting {
  readonly facts: StoreDayRow | null;
  readonly members: readonly DayMember[];
}

/** What a grid tells beside the day itself. */
export interface GridContext {
  /** Same weekdays before, newest first, by seller. */
  readonly pastOf: (seller_id: string) => readonly KpiEntry[];
  readonly lastChangeOf: (member: DayMember) => DayRow['last_change'];
  readonly nameOf: (user_id: string) => string;
}

const entriesIn = (members: readonly DayMember[]): KpiEntry[] => members.flatMap(({ entry }) => entry ?? []);

// A count that was never given is none, unlike a counted zero.
const ownCount = (entry: KpiEntry) => ({
  nb_prospects: entry.nb_prospects > 0 || entry.field_sources.nb_prospects ? entry.nb_prospects : null,
  nb_ventes: entry.nb_ventes,
});

/** Everyone of the day as its grid shows them. */
export function dayRows(day: DayPicture, { pastOf, lastChangeOf, nameOf }: GridContext): DayRow[] {
  const entries = entriesIn(day.members);
  const shares = prospectShares(day.facts?.nb_prospects ?? null, entries.map(ownCount));
  const shareOf = new Map(entries.map(({ seller_id }, place) => [seller_id, shares[place] ?? null]));
  return day.members.map((member) => {
    const { seller_id, name, entry, absence } = member;
    return {
      seller_id,
      name,
      status: memberStatus(member),
      expected: isExpected(member, day.opens),
      absence: absence && { reason: absence.reason, by: nameOf(absence.by) },
      state: memberState(member, day),
      entry: entry && entryView(entry),
      prospects_share: shareOf.get(seller_id) ?? null,
      last_change: lastChangeOf(member),
      warnings: entry === null ? [] : entryWarnings(entry, pastOf(seller_id)),
    };
  });
}

/** Whose figures of the day are overdue, by name. */
export const missingOf = (day: DayPicture): readonly DayMember[] =>
  day.members.filter((member) => isMissing(member, day));

/** The head of a day. */
export const dayHead = (day: DayPicture): DayHead => ({
  date: day.date,
  status: day.facts?.status ?? 'open',
  totals: dayTotals(entriesIn(day.members), day.facts) ?? noTotals,
  footfall: day.facts?.nb_prospects ?? null,
  missing: missingOf(day).map(({ seller_id }) => seller_id),
  rev: day.facts?.rev ?? 0,
});

/** The head of a day exactly as it goes over the wire: what a refusal shows of the present state. */
export const dayHeadOnWire = (day: DayPicture): z.input<typeof DayHead> => z.encode(DayHead, dayHead(day));

/** The visitors counted for the whole store, and who counted them last. */
export const footfallOf = ({ facts, members }: DayPicture, nameOf: GridContext['nameOf']): Footfall => ({
  value: facts?.nb_prospects ?? null,
  updated_by: facts?.prospects_by ? nameOf(facts.prospects_by) : null,
  updated_at: facts?.prospects_at ?? null,
  warning: isBelowSellers(facts?.nb_prospects ?? null, entriesIn(members).map(ownCount))
    ? 'FOOTFALL_BELOW_SELLERS'
    : null,
});
