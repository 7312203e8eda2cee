import type { DailyChallenge } from '@retail-performer/domain/coaching';
import type { Transaction } from '../../core/database/collection.ts';
import { rowsIn, type Scope } from '../../core/scope.ts';
import { DailyChallenges } from './coaching.collections.ts';

/** Keeps the challenges of sellers. */
export function challengeRepository(at: Transaction) {
  const challenges = at.of(DailyChallenges);
  return {
    find: (scope: Scope, seller_id: string, date: string): Promise<DailyChallenge | null> =>
      challenges.findOne({ $and: [rowsIn(scope), { seller_id, date }] }),

    /** The seller's latest challenges, newest first. */
    findLast: (scope: Scope, seller_id: string, limit: number): Promise<DailyChallenge[]> =>
      challenges.find({ $and: [rowsIn(scope), { seller_id }] }, { sort: { date: -1 }, limit }),

    /** The seller's latest challenges with an outcome, newest first. */
    findLastDone: (scope: Scope, seller_id: string, limit: number): Promise<DailyChallenge[]> =>
      challenges.find({ $and: [rowsIn(scope), { seller_id, status: 'done' }] }, { sort: { date: -1 }, limit }),

    insert: (row: DailyChallenge): Promise<void> => challenges.insert([row]),
  };
}
export type ChallengeRepository = ReturnType<typeof challengeRepository>;
