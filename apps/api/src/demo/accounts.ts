import type { Role } from '@retail-performer/domain/kernel';
import { administrator, owner, stores, suspended } from './chain.ts';

/** One account that may be used to look around. */
export interface DemoAccount {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly store: string | null;
}

/** The accounts of the demonstration that can sign in; all share one password. */
export const demoAccounts: readonly DemoAccount[] = [
  { role: 'super_admin', name: administrator.name, email: administrator.email, store: null },
  { role: 'gerant', name: owner.name, email: owner.email, store: null },
  ...stores.flatMap(({ name: store, manager, sellers }): DemoAccount[] => [
    { role: 'manager', name: manager.name, email: manager.email, store },
    ...sellers
      .filter(({ key }) => key !== suspended)
      .map(({ name, email }): DemoAccount => ({ role: 'seller', name, email, store })),
  ]),
];
