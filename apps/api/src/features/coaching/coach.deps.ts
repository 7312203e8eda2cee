import type { DayFigures } from '@retail-performer/domain/coaching';
import type { Cents } from '@retail-performer/domain/kernel';
import type { ActorOf } from '../../core/actor.ts';

/** A stored day of the seller: only what the coach reads of it, never its comment. */
export interface CoachEntry extends DayFigures {
  readonly ca_journalier: Cents;
}

/** The seller's own entries, newest first. */
export interface CoachEntries {
  readonly last: (actor: ActorOf<'seller'>, count: number) => Promise<readonly CoachEntry[]>;
}
