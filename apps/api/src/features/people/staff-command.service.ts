import type { Entitlement } from '@retail-performer/domain/billing';
import { notFound } from '@retail-performer/domain/kernel';
import type { StaffChanged, UserRow } from '@retail-performer/domain/people';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { ActorOf } from '../../core/actor.ts';
import { scopeOf } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { StaffRecords } from './staff.records.ts';
import { memberIn, type StaffViewService } from './staff-view.service.ts';

interface Deps<R extends StaffRecords> {
  readonly data: Unit<R>;
  readonly views: StaffViewService;
  /** What the space may do, its seats counted in the transaction. */
  readonly entitlementOf: (workspace: WorkspaceRow, at: R) => Promise<Entitlement>;
}

type Gerant = ActorOf<'gerant'>;

/** How every command of an owner about his people runs: one after the other, each in one transaction. */
export function staffCommandService<R extends StaffRecords>({ data, views, entitlementOf }: Deps<R>) {
  async function entitlement(at: R, { workspace_id }: Gerant): Promise<Entitlement> {
    const workspace = await at.workspaces.find(workspace_id);
    if (workspace === null) throw notFound('workspace');
    return entitlementOf(workspace, at);
  }

  const alone = <T>({ workspace_id }: { readonly workspace_id: string }, work: (at: R) => Promise<T>): Promise<T> =>
    data.change(async (at) => {
      await at.workspaces.lockSeats(workspace_id);
      return work(at);
    });

  return {
    /** Runs a command alone among those of its workspace. */
    alone,

    /** The same about one person; 404 for whoever is no manager or seller of the workspace. */
    about: <T>(gerant: Gerant, user_id: string, work: (at: R, person: UserRow) => Promise<T>): Promise<T> =>
      alone(gerant, async (at) => work(at, await memberIn(at, scopeOf(gerant), user_id))),

    /** What the owner may do now. */
    entitlement,

    /** The person as he is now, and the seats. */
    answer: async (at: R, gerant: Gerant, user_id: string): Promise<StaffChanged> => ({
      user: await views.detailOf(at, scopeOf(gerant), user_id),
      entitlement: await entitlement(at, gerant),
    }),
  };
}
export type StaffCommandService<R extends StaffRecords> = ReturnType<typeof staffCommandService<R>>;
