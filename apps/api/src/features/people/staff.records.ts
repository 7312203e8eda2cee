import type { Day } from '@retail-performer/domain/kernel';
import type { Audit } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { StoreLifeRepository } from '../stores/store-life.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { AssignmentRepository } from './assignment.repository.ts';
import type { InvitationRepository } from './invitation.repository.ts';
import type { PlacementRepository } from './placement.repository.ts';
import type { StaffRepository } from './staff.repository.ts';
import type { UserRepository } from './user.repository.ts';

/** What the commands of owners about their people read and write. */
export interface StaffRecords {
  readonly workspaces: WorkspaceRepository;
  readonly stores: StoreRepository;
  readonly storeLives: Pick<StoreLifeRepository, 'update'>;
  readonly users: UserRepository;
  readonly staff: StaffRepository;
  readonly assignments: AssignmentRepository;
  readonly placements: PlacementRepository;
  readonly invitations: InvitationRepository;
  readonly audit: Audit;
  /** What is asked of later features. */
  readonly sessions: {
    revokeAll(user_ids: readonly string[], reason: 'suspended' | 'deleted', now: string): Promise<number>;
  };
  readonly resets: { removeUnused(user_id: string): Promise<void> };
  readonly entryDates: {
    findLast(scope: Scope, seller_ids: readonly string[], recent: Day): Promise<ReadonlyMap<string, Day>>;
  };
  readonly entries: { findOne(scope: Scope, seller_id: string, date: Day): Promise<object | null> };
}
