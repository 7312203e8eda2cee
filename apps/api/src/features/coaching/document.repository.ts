import type { AiDocument, CoachFeature } from '@retail-performer/domain/coaching';
import type { Transaction } from '../../core/database/collection.ts';
import { type Scope, workspaceIn } from '../../core/scope.ts';
import { AiDocuments } from './coaching.collections.ts';

/** Keeps generated texts, each for its subject. */
export function documentRepository(at: Transaction) {
  const documents = at.of(AiDocuments);
  return {
    find: (scope: Scope, subject_id: string, id: string): Promise<AiDocument | null> =>
      documents.findOne({ $and: [ofSubject(scope, subject_id), { id }] }),

    /** The one text of a subject, feature, period and language. */
    findByKey: (scope: Scope, subject_id: string, unique_key: string): Promise<AiDocument | null> =>
      documents.findOne({ $and: [ofSubject(scope, subject_id), { unique_key }] }),

    /** The subject's latest texts of a feature, newest first. */
    findLast: (scope: Scope, subject_id: string, feature: CoachFeature, limit: number): Promise<AiDocument[]> =>
      documents.find(
        { $and: [ofSubject(scope, subject_id), { feature }] },
        { sort: { created_at: -1, id: -1 }, limit },
      ),

    insert: (row: AiDocument): Promise<void> => documents.insert([row]),

    /** Replaces the text that holds the same unique key, which keeps its id and its first date. */
    replace: (row: AiDocument): Promise<void> => documents.upsert([row], { on: ['unique_key'], keep: ['created_at'] }),
  };
}
export type DocumentRepository = ReturnType<typeof documentRepository>;

const ofSubject = (scope: Scope, subject_id: string) => ({ ...workspaceIn(scope), subject_id });
