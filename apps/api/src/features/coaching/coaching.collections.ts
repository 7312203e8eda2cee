import { AiDocument, AiUsage, DailyChallenge } from '@retail-performer/domain/coaching';
import { collection } from '../../core/database/collection.ts';

/** At most one challenge per seller and business day. */
export const DailyChallenges = collection('daily_challenges', DailyChallenge, {
  unique: [['seller_id', 'date']],
  index: [
    ['seller_id', 'status', 'date'],
    ['date', 'id'],
  ],
});

/** Every generated text that is kept. */
export const AiDocuments = collection('ai_documents', AiDocument, {
  unique: [['unique_key']],
  index: [
    ['subject_id', 'feature', 'created_at'],
    ['workspace_id', 'created_at'],
    ['created_at', 'id'],
  ],
});

/** Every use of the coach; no text. */
export const AiUses = collection('ai_usage', AiUsage, {
  index: [
    ['user_id', 'at'],
    ['workspace_id', 'day'],
    ['at', 'id'],
  ],
});
