import { type IdleStep, idleStepOf, removalOf } from '@retail-performer/domain/billing';
import type { Instant } from '@retail-performer/domain/kernel';
import type { UserRow } from '@retail-performer/domain/people';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { Audit } from '../../core/audit.ts';
import { type Job, paged, type Run } from '../../core/jobs/job.ts';
import { notePurge } from '../../core/jobs/purged.ts';
import { daily } from '../../core/jobs/slots.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { MailQueueService } from '../mail/mail-queue.service.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { CensusRepository } from '../people/census.repository.ts';
import type { UserRepository } from '../people/user.repository.ts';
import type { EndedWorkspaceRepository } from '../stores/ended-workspace.repository.ts';

interface Deps {
  readonly data: Unit<{
    readonly endedWorkspaces: Pick<EndedWorkspaceRepository, 'findOld' | 'hasStores'>;
    readonly census: Pick<CensusRepository, 'seenIn'>;
    readonly outbox: OutboxRepository;
    readonly users: Pick<UserRepository, 'get'>;
    readonly audit: Audit;
  }>;
  readonly system: System;
  readonly mails: MailQueueService;
  readonly mayWrite: (workspace: WorkspaceRow) => Promise<boolean>;
  /** Removes everything of a workspace; resolves to how many documents. */
  readonly remove: (workspace_id: string, options: { readonly keepAudit: boolean }) => Promise<number>;
  /** Months that a space which may only be read is kept while nobody opens it. */
  readonly months: number;
  /** Nothing is removed where owners cannot be told, and only what came to nothing where nobody pays. */
  readonly features: { readonly billing: 'on' | 'off'; readonly mail: 'on' | 'off' };
}

const atOnce = 50;
const dayMs = 86_400_000;
const unverifiedDays = 60;

/**
 * Removes spaces that nobody uses: sign-ups that came to nothing, and spaces that may only be read and that nobody has
 * opened for long, once their owner was told twice.
 */
export function idleSpaceJobs(deps: Deps): readonly Job[] {
  const { data, system, features } = deps;
  const [due, tell, purge] = [steps(deps), telling(deps), purging(deps)];

  async function page(run: Run, cursor: string | null) {
    const before = new Date(system.now().getTime() - unverifiedDays * dayMs).toISOString();
    const [created_at = '', id = ''] = (cursor ?? '').split(' ');
    const after = cursor === null ? null : { created_at, id };
    const spaces = await data.read.endedWorkspaces.findOld(before, { limit: atOnce, after });
    const done = { workspaces: 0, mails: 0 };
    for (const space of spaces) {
      const { last_seen_at, people } = await data.read.census.seenIn(space.id);
      const since = last_seen_at ?? space.created_at;
      const isAlone = since <= before && people <= 1;
      const isEmpty = isAlone && !(await data.read.endedWorkspaces.hasStores(space.id));
      const step = await due(space, { since, isEmpty });
      if (step === 'remove') done.workspaces += await purge(space, run);
      else if (step !== null) done.mails += await tell(space, since, step);
    }
    const last = spaces.length === atOnce ? spaces.at(-1) : undefined;
    return { next: last ? `${last.created_at} ${last.id}` : null, done };
  }

  return [
    {
      kind: 'idle_spaces',
      slots: (now) => (features.mail === 'off' ? [] : daily('03:30')(now)),
      run: (run) => paged(run, (cursor) => page(run, cursor)),
    },
  ];
}

/** What is due for a space that nobody was in `since`. */
const steps =
  ({ data: { read }, system, mayWrite, months, features }: Deps) =>
  async (
    space: WorkspaceRow,
    { since, isEmpty }: { readonly since: Instant; readonly isEmpty: boolean },
  ): Promise<IdleStep> => {
    if (isEmpty && (await read.users.get(space.gerant_id))?.email_verified_at === null) return 'remove';
    if (features.billing === 'off') return null;
    const now = system.now();
    // What would not even be due had the owner never been told needs no further question.
    if (idleStepOf({ since, months, told: { first: null, second: null } }, now) === null) return null;
    const [one, other] = [keyOf(space, since, 'first'), keyOf(space, since, 'second')];
    const sent = await read.outbox.sentAt([one, other]);
    const told = { first: sent.get(one) ?? null, second: sent.get(other) ?? null };
    const step = idleStepOf({ since, months, told }, now);
    return step === null || (await mayWrite(space)) ? null : step;
  };

const telling =
  ({ data, system, mails, months }: Deps) =>
  async (space: WorkspaceRow, since: Instant, step: 'first' | 'second'): Promise<number> => {
    const dedupe_key = keyOf(space, since, step);
    const owner = await data.read.users.get(space.gerant_id);
    if (!isReachable(owner) || (await data.read.outbox.statusesOf([dedupe_key])).size > 0) return 0;
    const { email: to_email, name: to_name, locale, id: user_id } = owner;
    const removal = removalOf({ since, months }, step, system.now());
    await data.change((at) =>
      mails.add(at, {
        template: 'space_idle',
        locale,
        to_email,
        to_name,
        variables: { space_name: space.name, since, removal, timezone: space.timezone },
        dedupe_key,
        workspace_id: space.id,
        user_id,
        is_demo: false,
      }),
    );
    return 1;
  };

const purging =
  ({ data, remove }: Deps) =>
  async ({ id }: WorkspaceRow, run: Run): Promise<number> => {
    const documents = await remove(id, { keepAudit: true });
    await notePurge(data, run, { entity_type: 'workspace', entity_id: 'idle', after: { workspaces: 1, documents } });
    return 1;
  };

// Another sign-in begins everything anew.
const keyOf = ({ id }: WorkspaceRow, since: Instant, step: 'first' | 'second'): string =>
  `space_idle:${id}:${since}:${step}`;

const isReachable = (owner: UserRow | null): owner is UserRow & { readonly email: string } =>
  owner !== null && owner.status === 'active' && owner.email !== null;
