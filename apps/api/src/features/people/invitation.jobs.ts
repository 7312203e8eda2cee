import type { UserRow } from '@retail-performer/domain/people';
import { added, type Job, type Page, paged, type Run } from '../../core/jobs/job.ts';
import { hourly } from '../../core/jobs/slots.ts';
import { workspaceScope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { LapsedRepository } from './lapsed.repository.ts';
import { leaveStore } from './leaving.ts';
import type { StaffRecords } from './staff.records.ts';

interface Records extends StaffRecords {
  readonly lapsed: LapsedRepository;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

const atOnce = 100;
const keptMs = 30 * 86_400_000;

/** Calls invitations expired that are, and forgets whoever did not join within 30 days after that. */
export function invitationJobs({ data, system }: Deps): readonly Job[] {
  const { lapsed, entryDates } = data.read;
  const nowText = () => system.now().toISOString();

  async function expire(run: Run): Promise<number> {
    let expired = 0;
    while (true) {
      const over = await lapsed.findOver(nowText(), atOnce);
      let changed = 0;
      for (const invitation of over) {
        const was = await data.change(async (at) => {
          if (!(await at.lapsed.expire(invitation, nowText()))) return false;
          await at.audit.record(
            { role: 'system', trace: run.trace },
            {
              workspace_id: invitation.workspace_id,
              action: 'invitation.expired',
              entity_type: 'invitation',
              entity_id: invitation.id,
              store_id: invitation.store_id,
              before: { status: 'pending' },
              after: { status: 'expired' },
            },
          );
          return true;
        });
        if (was) changed += 1;
      }
      expired += changed;
      if (over.length < atOnce || changed === 0) return expired;
    }
  }

  async function forget({ id, workspace_id }: UserRow, before: string, run: Run): Promise<boolean> {
    if (workspace_id === null) return false;
    const scope = workspaceScope(workspace_id);
    // Figures may have come for him from the till.
    if ((await entryDates.findLast(scope, [id], before.slice(0, 10))).size > 0) return false;
    return data.change(async (at) => {
      const person = await at.users.get(id);
      const still = person?.status === 'invited' && person.reserved_until !== null && person.reserved_until <= before;
      if (!still) return false;
      for (const store_id of person.role === 'manager' ? person.store_ids : []) {
        await leaveStore(at, { scope, manager_id: id, store_id, now: nowText() });
      }
      await at.lapsed.forget(person);
      await at.audit.record(
        { role: 'system', trace: run.trace },
        {
          workspace_id,
          action: 'staff.deleted',
          entity_type: 'user',
          entity_id: id,
          store_id: person.store_id,
          before: { status: 'invited', role: person.role },
          reason_code: 'never_joined',
        },
      );
      return true;
    });
  }

  async function forgetPage(cursor: string | null, run: Run): Promise<Page> {
    const before = new Date(system.now().getTime() - keptMs).toISOString();
    const people = await lapsed.findNeverJoined(before, cursor, atOnce);
    let forgotten = 0;
    for (const person of people) if (await forget(person, before, run)) forgotten += 1;
    const last = people.length === atOnce ? people.at(-1) : undefined;
    return { next: last?.id ?? null, done: { forgotten } };
  }

  return [
    {
      kind: 'invitation_upkeep',
      slots: hourly,
      async run(run) {
        const expired = await expire(run);
        return added({ expired }, await paged(run, (cursor) => forgetPage(cursor, run)));
      },
    },
  ];
}
