import { Day, Id } from '@retail-performer/domain/kernel';
import { z } from 'zod';
import { collection, type Transaction } from '../../core/database/collection.ts';

/** When someone's silence, or that of a store's till, was told last; the id is that of the person or store. */
const SilenceNoticeRow = z.object({ id: Id, workspace_id: Id, told_on: Day });
type SilenceNoticeRow = z.output<typeof SilenceNoticeRow>;

/** The last notice of each silence. */
export const SilenceNotices = collection('silence_notices', SilenceNoticeRow, {
  index: [['workspace_id'], ['told_on', 'id']],
});

/** Remembers whose silence was told when. */
export function silenceRepository(at: Transaction) {
  const notices = at.of(SilenceNotices);
  return {
    /** The day on which each of some silences was told last. */
    findTold: async (ids: readonly string[]): Promise<ReadonlyMap<string, Day>> => {
      const rows = await notices.find({ id: { $in: ids } });
      return new Map(rows.map(({ id, told_on }) => [id, told_on]));
    },

    /** Notes when some silences were told; inside a transaction only. */
    save: async (rows: readonly SilenceNoticeRow[]): Promise<void> => {
      await notices.remove({ id: { $in: rows.map(({ id }) => id) } });
      await notices.insert(rows);
    },
  };
}
export type SilenceRepository = ReturnType<typeof silenceRepository>;
