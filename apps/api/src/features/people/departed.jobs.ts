import { pseudonymOf, type UserRow } from '@retail-performer/domain/people';
import type { Audit } from '../../core/audit.ts';
import { type Job, paged, type Run } from '../../core/jobs/job.ts';
import { daily } from '../../core/jobs/slots.ts';
import { type Scope, workspaceScope } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { DepartedRepository } from './departed.repository.ts';
import type { UserRepository } from './user.repository.ts';

interface Records {
  readonly departed: DepartedRepository;
  readonly users: Pick<UserRepository, 'update'>;
  readonly audit: Audit;
}

interface Deps<R extends Records> {
  readonly data: Unit<R>;
  readonly system: System;
  /** The instant so many months before now. */
  readonly monthsBefore: (now: Date, months: number) => string;
  /** Forgets the words that someone left in later features: comments, texts of the coach. */
  readonly forget: (at: R, scope: Scope, user_id: string) => Promise<void>;
}

const atOnce = 100;
const namedForMonths = 12;

/** Forgets the names and words of people a year after they left; their figures stay, beside a pseudonym. */
export function departedJobs<R extends Records>({ data, system, monthsBefore, forget }: Deps<R>): readonly Job[] {
  async function erase(person: UserRow, run: Run): Promise<boolean> {
    const { id, workspace_id, store_id, locale } = person;
    const name = pseudonymOf(person, locale);
    if (workspace_id === null || person.name === name) return false;
    await data.change(async (at) => {
      await at.users.update(id, {
        name,
        name_lc: name.toLowerCase(),
        phone: null,
        email: null,
        invited_email: null,
        external_id: null,
        external_key: null,
        password_hash: null,
        updated_at: system.now().toISOString(),
      });
      await forget(at, workspaceScope(workspace_id), id);
      await at.audit.record(
        { role: 'system', trace: run.trace },
        {
          workspace_id,
          action: 'staff.erased',
          entity_type: 'user',
          entity_id: id,
          store_id,
          reason_code: 'retention',
        },
      );
    });
    return true;
  }

  return [
    {
      kind: 'departed_purge',
      slots: daily('03:30'),
      run: (run) =>
        paged(run, async (after) => {
          const before = monthsBefore(system.now(), namedForMonths);
          const people = await data.read.departed.findSince(before, after, atOnce);
          let erased = 0;
          for (const person of people) if (await erase(person, run)) erased += 1;
          const last = people.length === atOnce ? people.at(-1) : undefined;
          return { next: last?.id ?? null, done: { erased } };
        }),
    },
  ];
}
