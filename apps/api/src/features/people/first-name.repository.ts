import type { Transaction } from '../../core/database/collection.ts';
import { membersIn, type Scope } from '../../core/scope.ts';
import { Users } from './user.repository.ts';

const mostPeople = 5000;

/** Reads what people of a workspace are called, to keep their names out of texts. */
export function firstNameRepository(at: Transaction) {
  const users = at.of(Users);
  return {
    /** First names of everybody who was ever in the workspace, erased people excepted. */
    async findAll(scope: Scope): Promise<string[]> {
      const rows = await users.find(
        { $and: [membersIn(scope), { status: { $ne: 'deleted' } }] },
        { select: ['name'], sort: { id: 1 }, limit: mostPeople },
      );
      return [...new Set(rows.map(({ name }) => name.trim().split(/\s+/)[0] ?? ''))];
    },
  };
}
