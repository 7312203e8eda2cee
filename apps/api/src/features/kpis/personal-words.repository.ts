import type { KpiHistoryRow } from '@retail-performer/domain/kpis';
import type { Transaction } from '../../core/database/collection.ts';
import { rowsIn, type Scope, workspaceIn } from '../../core/scope.ts';
import { KpiEntries } from './kpi.collections.ts';
import { KpiHistory } from './kpi-history.repository.ts';

type Fields = KpiHistoryRow['after'];

/** Forgets what a seller wrote beside figures; the figures stay. */
export function personalWordsRepository(at: Transaction) {
  return {
    /** Empties the comments of someone's entries, also those that the history of days repeats; in a transaction only. */
    forget: async (scope: Scope, seller_id: string): Promise<void> => {
      await at
        .of(KpiEntries)
        .update({ $and: [rowsIn(scope), { seller_id, comment: { $ne: null } }] }, { set: { comment: null } });
      const history = at.of(KpiHistory);
      const rows = await history.find({ $and: [workspaceIn(scope), { seller_id }] });
      const telling = rows.filter(({ before, after }) => saysSomething(before) || saysSomething(after));
      // Nothing of history is ever changed: a line without the words takes the place of the line with them.
      await history.purge({ id: { $in: telling.map(({ id }) => id) } });
      await history.insert(
        telling.map((row) => ({ ...row, before: withoutWords(row.before), after: withoutWords(row.after) })),
      );
    },
  };
}
const saysSomething = (fields: Fields): boolean => typeof fields?.['comment'] === 'string';

const withoutWords = (fields: Fields): Fields => (saysSomething(fields) ? { ...fields, comment: null } : fields);
