import { mayTellAgain } from '@retail-performer/domain/kpis';
import type { UserRow } from '@retail-performer/domain/people';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import { type Job, paged } from '../../core/jobs/job.ts';
import { localSlots, zoneAndDay } from '../../core/jobs/slots.ts';
import { workspaceScope } from '../../core/scope.ts';
import type { Unit } from '../../core/unit.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { AssignmentRepository } from '../people/assignment.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { WorkspaceZoneRepository } from '../stores/workspace-zone.repository.ts';
import type { SilenceRepository } from './silence.repository.ts';
import type { Silence, SilenceSearch } from './silence-search.service.ts';

interface Deps {
  readonly data: Unit<{
    readonly workspaceZones: WorkspaceZoneRepository;
    readonly assignments: Pick<AssignmentRepository, 'findOpenOfStores'>;
    readonly users: Pick<UserRepository, 'findMany'>;
    readonly silences: SilenceRepository;
    readonly outbox: OutboxRepository;
  }>;
  readonly search: SilenceSearch;
  readonly mails: MailQueueService;
  /** Whether figures can be entered in a space at all. */
  readonly mayWrite: (workspace: WorkspaceRow) => Promise<boolean>;
}

const atOnce = 20;
const morning = { from: '08:30', until: '12:00', weekdays: [1, 2, 3, 4, 5, 6] };

/** Tells managers, else the owner, in one mail a day whose figures have been missing for some open days. */
export function silenceJobs({ data, search, mails, mayWrite }: Deps): readonly Job[] {
  const { workspaceZones, assignments, users, silences } = data.read;

  async function tell(workspace: WorkspaceRow, day: string): Promise<number> {
    if (!(await mayWrite(workspace))) return 0;
    const scope = workspaceScope(workspace.id);
    const found = await search.find(scope);
    const told = await silences.findTold(found.map(({ id }) => id));
    const fresh = found.filter(({ id }) => mayTellAgain(told.get(id), day));
    if (fresh.length === 0) return 0;

    const ties = await assignments.findOpenOfStores(scope, [...new Set(fresh.map(({ store }) => store.id))]);
    const chiefs = ties.filter(({ role }) => role === 'manager').map(({ user_id }) => user_id);
    const people = await users.findMany(scope, [...new Set([...chiefs, workspace.gerant_id])]);
    const active = people.filter(({ status, email }) => status === 'active' && email !== null);
    const byReader = Map.groupBy(fresh, (silence) => readerOf(silence, active, workspace));
    let sent = 0;
    for (const [reader, rows] of byReader) {
      if (reader === null) continue;
      await write(workspace, reader, rows, day);
      sent += 1;
    }
    return sent;
  }

  const write = (workspace: WorkspaceRow, reader: UserRow, rows: readonly Silence[], day: string): Promise<void> =>
    data.change(async (at) => {
      await at.silences.save(rows.map(({ id }) => ({ id, workspace_id: workspace.id, told_on: day })));
      await mails.add(at, {
        template: 'silent_sellers',
        locale: reader.locale,
        to_email: reader.email ?? '',
        to_name: reader.name,
        variables: { rows: rows.map(({ kind, name, store, days }) => ({ kind, name, store: store.name, days })) },
        dedupe_key: `silent_sellers:${reader.id}:${day}`,
        workspace_id: workspace.id,
        user_id: reader.id,
        is_demo: false,
      });
    });

  return [
    {
      kind: 'silent_sellers',
      slots: async (now) => localSlots(now, await workspaceZones.findZones(), morning),
      run(run) {
        const { zone, day } = zoneAndDay(run.slot);
        return paged(run, async (after) => {
          const workspaces = await workspaceZones.findInZone(zone, { after, limit: atOnce });
          let sent = 0;
          for (const workspace of workspaces) sent += await tell(workspace, day);
          const last = workspaces.length === atOnce ? workspaces.at(-1) : undefined;
          return { next: last?.id ?? null, done: { mails: sent } };
        });
      },
    },
  ];
}

/** The seller's coach, else the manager named for the store, else any of its managers, else the owner. */
function readerOf({ manager_id, store }: Silence, active: readonly UserRow[], { gerant_id }: WorkspaceRow) {
  const managers = active.filter(({ role, store_ids }) => role === 'manager' && store_ids.includes(store.id));
  const named = (id: string | null) => managers.find((each) => each.id === id);
  return (
    named(manager_id) ?? named(store.manager_id) ?? managers[0] ?? active.find(({ id }) => id === gerant_id) ?? null
  );
}
