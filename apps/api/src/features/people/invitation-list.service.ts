import {
  type Invitation,
  type InvitationQuery,
  type InvitationRow,
  invitationView,
} from '@retail-performer/domain/people';
import { z } from 'zod';
import type { ActorOf } from '../../core/actor.ts';
import { cursorAt, placeOf } from '../../core/cursor.ts';
import { type Scope, scopeOf } from '../../core/scope.ts';
import type { System } from '../../core/system.ts';
import type { Unit } from '../../core/unit.ts';
import type { OutboxRepository } from '../mail/outbox.repository.ts';
import type { StoreRepository } from '../stores/store.repository.ts';
import type { InvitationRepository } from './invitation.repository.ts';
import type { UserRepository } from './user.repository.ts';

interface Records {
  readonly invitations: Pick<InvitationRepository, 'findPage'>;
  readonly stores: Pick<StoreRepository, 'findMany'>;
  readonly users: Pick<UserRepository, 'findMany'>;
  readonly outbox: Pick<OutboxRepository, 'statusesOf'>;
}

interface Deps {
  readonly data: Unit<Records>;
  readonly system: System;
}

const Place = z.object({ created_at: z.string(), id: z.string() });

/** The invitations of an owner. */
export function invitationListService({ data, system }: Deps) {
  /** Invitations as their owner sees them, in a handful of reads however many they are. */
  async function viewsOf(at: Omit<Records, 'invitations'>, scope: Scope, rows: readonly InvitationRow[]) {
    const stores = await at.stores.findMany(scope, unique(rows.map(({ store_id }) => store_id)));
    const people = await at.users.findMany(scope, unique(rows.map(({ user_id }) => user_id)));
    const mails = await at.outbox.statusesOf(rows.filter(({ channel }) => channel === 'email').map(mailKey));
    return rows.map((row): Invitation => {
      const name = nameIn(people, row.user_id) ?? row.name ?? '';
      const store_name = nameIn(stores, row.store_id) ?? '';
      return invitationView(row, { name, store_name, mail: mails.get(mailKey(row)) ?? null }, system.now());
    });
  }

  return {
    viewsOf,

    /** A page of invitations, newest first; the state is the one at this instant. */
    async list(gerant: ActorOf<'gerant'>, { limit, cursor, status, store_id }: InvitationQuery) {
      const scope = scopeOf(gerant);
      const asked = [status ?? null, store_id ?? null];
      const after = placeOf(cursor, asked, Place);
      const filter = {
        $and: [statusFilter(status, system.now().toISOString()), ...(store_id === undefined ? [] : [{ store_id }])],
      };
      const rows = await data.read.invitations.findPage(scope, filter, { after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const goesOn = rows.length > limit && last !== undefined;
      return {
        items: await viewsOf(data.read, scope, shown),
        next_cursor: goesOn ? cursorAt(asked, { created_at: last.created_at, id: last.id }) : null,
      };
    },
  };
}
export type InvitationListService = ReturnType<typeof invitationListService>;

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

const nameIn = (list: readonly { readonly id: string; readonly name: string }[], wanted: string) =>
  list.find(({ id }) => id === wanted)?.name;

/** What names the mail of an invitation's last sending. */
export const mailKey = ({ id, sent_count }: Pick<InvitationRow, 'id' | 'sent_count'>): string =>
  `invitation:${id}:${sent_count}`;

function statusFilter(status: InvitationQuery['status'], now: string) {
  if (status === undefined) return {};
  if (status === 'pending') return { status, expires_at: { $gt: now } };
  if (status !== 'expired') return { status };
  return { $or: [{ status }, { status: 'pending' as const, expires_at: { $lte: now } }] };
}
