import type { Day } from '@retail-performer/domain/kernel';
import type { StoreAssignmentRow } from '@retail-performer/domain/people';
import type { Transaction, Where } from '../../core/database/collection.ts';
import { membersIn, type Scope, workspaceIn } from '../../core/scope.ts';
import { StoreAssignments } from './assignment.repository.ts';
import { Users } from './user.repository.ts';

interface Stretch {
  readonly start: Day;
  readonly end: Day;
}

/** Reads who sells in which store on which days. */
export function staffingRepository(at: Transaction) {
  const assignments = at.of(StoreAssignments);
  const users = at.of(Users);
  return {
    /** The time of the sellers of these stores, as far as it touches some days. */
    findSpans: (scope: Scope, store_ids: readonly string[], during: Stretch) =>
      assignments.find(
        { $and: [workspaceIn(scope), { role: 'seller', store_id: { $in: store_ids } }, touching(during)] },
        { select: ['user_id', 'store_id', 'from_date', 'to_date'] },
      ),

    /** The time of the sellers of one store, as far as it touches some days. */
    findSpansIn: (scope: Scope, store_id: string, during: Stretch) =>
      assignments.find(
        { $and: [workspaceIn(scope), { role: 'seller', store_id }, touching(during)] },
        { select: ['user_id', 'from_date', 'to_date'] },
      ),

    /** The sellers who are not at work: invited, suspended, or deleted since an instant. */
    findStopped: (scope: Scope, since: string) =>
      users.find(
        {
          $and: [
            membersIn(scope),
            { role: 'seller', status: { $in: ['invited', 'suspended', 'deleted'] } },
            { $or: [{ deleted_at: null }, { deleted_at: { $gte: since } }] },
          ],
        },
        { select: ['id', 'status', 'suspended_at', 'deleted_at'] },
      ),

    /** What colleagues are called and how they stand, those who left included. */
    findPeople: (scope: Scope, ids: readonly string[]) =>
      users.find(
        { $and: [membersIn(scope), { id: { $in: ids } }] },
        { select: ['id', 'name', 'name_lc', 'status', 'manager_id', 'suspended_at', 'deleted_at'] },
      ),
  };
}
export type StaffingRepository = ReturnType<typeof staffingRepository>;

const touching = ({ start, end }: Stretch): Where<StoreAssignmentRow> => ({
  from_date: { $lte: end },
  $or: [{ to_date: null }, { to_date: { $gte: start } }],
});
