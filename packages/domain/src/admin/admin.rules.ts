import type { Role } from '../kernel/index.ts';
import type { UserStatus } from '../people/user.model.ts';

/** Some people of one workspace who share role, status and end of reservation. */
export interface PeopleGroup {
  readonly role: Role;
  readonly status: UserStatus;
  /** Until when an invitation holds a seat. */
  readonly reserved_until: string | null;
  readonly people: number;
}

/** How many people a workspace has, and how many seats they take. */
export interface PeopleCounts {
  readonly managers_count: number;
  readonly sellers_count: number;
  readonly active_sellers_count: number;
  readonly reserved_seats: number;
}

/** Adds groups of people up; a lapsed invitation holds no seat. */
export function countPeople(groups: readonly PeopleGroup[], now: string): PeopleCounts {
  const count = (counts: (group: PeopleGroup) => boolean) =>
    groups.filter(counts).reduce((sum, { people }) => sum + people, 0);
  const sellers = ({ role }: PeopleGroup) => role === 'seller';
  return {
    managers_count: count(({ role }) => role === 'manager'),
    sellers_count: count(sellers),
    active_sellers_count: count((group) => sellers(group) && group.status === 'active'),
    reserved_seats: count(
      (group) => sellers(group) && group.status === 'invited' && (group.reserved_until ?? '') > now,
    ),
  };
}
