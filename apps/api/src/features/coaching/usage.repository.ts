import type { AiUsage } from '@retail-performer/domain/coaching';
import type { Transaction } from '../../core/database/collection.ts';
import { AiUses } from './coaching.collections.ts';

/** Keeps what the coach was used for and what it cost. */
export function usageRepository(at: Transaction) {
  const uses = at.of(AiUses);
  return { insert: (row: AiUsage): Promise<void> => uses.insert([row]) };
}
export type UsageRepository = ReturnType<typeof usageRepository>;
