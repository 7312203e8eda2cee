import {
  billingErrors,
  type Entitlement,
  entitlement,
  type PriceList,
  reportOf,
  type SubscriptionReport,
  type SubscriptionRow,
  tiers,
  trialSeats,
  vatNote,
} from '@retail-performer/domain/billing';
import { AppError, type Locale, notFound } from '@retail-performer/domain/kernel';
import type { WorkspaceRow } from '@retail-performer/domain/stores';
import type { ActorOf, Space } from '../../core/actor.ts';
import { workspaceScope } from '../../core/scope.ts';
import { requireWritable } from '../../core/space.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { HeadcountRepository } from '../people/headcount.repository.ts';
import type { WorkspaceRepository } from '../stores/workspace.repository.ts';
import type { SubscriptionRepository } from './subscription.repository.ts';

/** What the right to write and the seats of a space are read from. */
export interface SpaceRecords {
  readonly workspaces: Pick<WorkspaceRepository, 'find' | 'lockSeats'>;
  readonly subscriptions: Pick<SubscriptionRepository, 'get'>;
  readonly headcounts: Pick<HeadcountRepository, 'countSeats'>;
}

/** How many seats are taken, and how many reserved. */
export interface Seats {
  readonly used: number;
  readonly reserved: number;
}

/** What the installation decides about money. */
export interface BillingSettings {
  /** Off without a payment provider: then nobody pays and nothing is limited. */
  readonly billing: 'on' | 'off';
  readonly trial_days: number;
  readonly past_due_max_days: number;
}

interface Deps {
  readonly data: Unit<SpaceRecords>;
  readonly system: System;
  readonly settings: BillingSettings;
}

const dayMs = 24 * 3_600_000;

/** Who may write, how many seats there are, and what they cost. */
export function billingService({ data, system, settings }: Deps) {
  const { billing, trial_days, past_due_max_days } = settings;

  const rightsOf = (workspace: WorkspaceRow, sub: SubscriptionRow | null, seats: Seats): Entitlement =>
    entitlement({ billing, workspace, sub, ...seats, past_due_max_days }, system.now());

  async function standingIn(records: SpaceRecords, workspace: WorkspaceRow) {
    const sub = await subOf(workspace, records);
    const now = system.now().toISOString();
    const seats = await records.headcounts.countSeats(workspaceScope(workspace.id), now);
    return { sub, rights: rightsOf(workspace, sub, seats) };
  }

  // Locked first, so that of two transactions for the last seat the second counts what the first has taken.
  async function lockedEntitlement(records: SpaceRecords, { id }: Pick<WorkspaceRow, 'id'>): Promise<Entitlement> {
    await records.workspaces.lockSeats(id);
    const workspace = await records.workspaces.find(id);
    if (workspace === null) throw notFound('workspace');
    const { rights } = await standingIn(records, workspace);
    requireWritable(rights);
    return rights;
  }

  return {
    /** Whether a space may be written to; at most two reads, one when the workspace is at hand. */
    spaceOf: async (workspace: WorkspaceRow | string): Promise<Space> => {
      const row = typeof workspace === 'string' ? await data.read.workspaces.find(workspace) : workspace;
      if (row === null) return { read_only: true, block_code: 'SUBSCRIPTION_INACTIVE' };
      const sub = billing === 'on' ? await subOf(row, data.read) : null;
      const { read_only, block_code } = rightsOf(row, sub, { used: 0, reserved: 0 });
      return { read_only, block_code };
    },

    /** What a space may do now, by what was already read of it. */
    rightsOf,

    /** What a space may do now, its seats counted; in a transaction when its repositories are given. */
    entitlementOf: async (workspace: WorkspaceRow, records: SpaceRecords = data.read): Promise<Entitlement> =>
      (await standingIn(records, workspace)).rights,

    /** Makes sure that one more seat is free; only in the transaction that takes it. */
    takeSeat: async (records: SpaceRecords, workspace: Pick<WorkspaceRow, 'id'>): Promise<void> => {
      const rights = await lockedEntitlement(records, workspace);
      if (!rights.can_invite) throw seatLimit(rights);
    },

    /** Makes sure that a reserved seat still exists, seats having perhaps become fewer; in the same transaction. */
    useReservation: async (records: SpaceRecords, workspace: Pick<WorkspaceRow, 'id'>): Promise<void> => {
      const rights = await lockedEntitlement(records, workspace);
      const { seats, used_seats, reserved_seats } = rights;
      if (seats !== null && used_seats + reserved_seats > seats) throw seatLimit(rights);
    },

    /** The trial that a new workspace begins with; none where nobody pays. */
    newTrial: (now: Date): Pick<WorkspaceRow, 'trial_start' | 'trial_end'> => {
      if (billing === 'off') return { trial_start: null, trial_end: null };
      const end = new Date(now.getTime() + trial_days * dayMs);
      return { trial_start: now.toISOString(), trial_end: end.toISOString() };
    },

    /** Where the owner's space stands; from our own copy, so that the provider's absence changes nothing. */
    async report({ workspace_id }: ActorOf<'gerant'>, locale: Locale): Promise<SubscriptionReport> {
      const workspace = await data.read.workspaces.find(workspace_id);
      if (workspace === null) throw notFound('workspace');
      const { sub, rights } = await standingIn(data.read, workspace);
      const { timezone } = workspace;
      return reportOf({ billing, entitlement: rights, sub, locale, timezone, now: system.now() });
    },

    /** The price list, for anyone. */
    priceList: (locale: Locale): PriceList => ({
      currency: 'EUR',
      trial_days,
      trial_seats: trialSeats,
      vat_note: vatNote[locale],
      tiers: tiers.map((tier) => ({ ...tier, name: tier.name[locale] })),
    }),
  };
}
export type BillingService = ReturnType<typeof billingService>;

const subOf = async ({ current_subscription_id: id }: WorkspaceRow, { subscriptions }: SpaceRecords) =>
  id === null ? null : subscriptions.get(id);

const seatLimit = ({ seats, used_seats, reserved_seats }: Entitlement) =>
  new AppError(billingErrors, 'SEAT_LIMIT_REACHED', {
    extensions: { seats, used_seats, reserved_seats },
    values: { used: used_seats, reserved: reserved_seats, seats: seats ?? '∞' },
  });
