import { Outlet } from '@tanstack/react-router';
import type { Role } from '../lib/me.ts';
import { useMe } from '../lib/use-session.ts';
import { ForbiddenPage } from './state-pages.tsx';

/** Shows the pages of some roles to them alone; anybody else reads, at the same address, whom the page is for. */
export const roleGate = (roles: readonly Role[]) =>
  function RoleGate() {
    return roles.includes(useMe().role) ? <Outlet /> : <ForbiddenPage roles={roles} />;
  };
