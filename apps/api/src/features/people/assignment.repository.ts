import { StoreAssignmentRow } from '@retail-performer/domain/people';
import { collection, type Transaction } from '../../core/database/collection.ts';
import { type Scope, workspaceIn } from '../../core/scope.ts';

/** Who worked where and when. */
export const StoreAssignments = collection('store_assignments', StoreAssignmentRow, {
  unique: [['open_key']],
  index: [
    ['user_id', 'from_date'],
    ['store_id', 'from_date'],
    ['workspace_id', 'user_id'],
    // The sellers of many stores are read from the index alone.
    ['workspace_id', 'role', 'store_id', 'from_date', 'to_date', 'user_id'],
  ],
});

/** Keeps the dated ties between people and stores. */
export function assignmentRepository(at: Transaction) {
  const assignments = at.of(StoreAssignments);
  return {
    insert: (...rows: readonly StoreAssignmentRow[]): Promise<void> => assignments.insert(rows),

    /** The assignments of a person, oldest first. */
    findOfUser: (scope: Scope, user_id: string): Promise<StoreAssignmentRow[]> =>
      assignments.find({ $and: [workspaceIn(scope), { user_id }] }, { sort: { from_date: 1, id: 1 } }),

    /** The managers whose assignment to a store goes on. */
    findManagersOf: (scope: Scope, store_id: string): Promise<StoreAssignmentRow[]> =>
      assignments.find({ $and: [workspaceIn(scope), { store_id, to_date: null, role: 'manager' }] }),

    /** Where some people work and have worked. */
    findOfUsers: (scope: Scope, user_ids: readonly string[]): Promise<StoreAssignmentRow[]> =>
      assignments.find({ $and: [workspaceIn(scope), { user_id: { $in: user_ids } }] }),

    /** Who works in some stores now. */
    findOpenOfStores: (scope: Scope, store_ids: readonly string[]): Promise<StoreAssignmentRow[]> =>
      assignments.find({ $and: [workspaceIn(scope), { store_id: { $in: store_ids }, to_date: null }] }),

    /** The sellers who work in a store now, or did on the given day. */
    findSellersOn: (scope: Scope, store_id: string, date: string): Promise<StoreAssignmentRow[]> =>
      assignments.find({
        $and: [
          workspaceIn(scope),
          { store_id, role: 'seller' },
          { $or: [{ to_date: null }, { from_date: { $lte: date }, to_date: { $gte: date } }] },
        ],
      }),

    /** Who works in a store now, longest there first. */
    findOpenOfStore: (scope: Scope, store_id: string): Promise<StoreAssignmentRow[]> =>
      assignments.find({ $and: [workspaceIn(scope), { store_id, to_date: null }] }, { sort: { from_date: 1, id: 1 } }),
  };
}
export type AssignmentRepository = ReturnType<typeof assignmentRepository>;
