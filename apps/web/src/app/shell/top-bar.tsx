import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../../lib/use-session.ts';
import { Icon } from '../../ui/icon.tsx';
import { initialsOf } from './initials.ts';

/** Where one is, the way to help, and who one is; at the same place on every page. */
export function TopBar({ place }: { readonly place: ReactNode }) {
  const me = useMe();
  return (
    <header className="mx-auto flex h-14 max-w-[1280px] items-center gap-1 px-4 sm:px-5 xl:px-7">
      <div className="min-w-0 flex-1">{place}</div>
      <Link
        to="/help"
        className="text-small-strong flex min-h-11 items-center gap-1.5 rounded-m px-2 text-ink-2 hover:bg-surface-2 hover:text-ink"
      >
        <Icon name="help" />
        <span className="max-sm:sr-only">
          <Trans>Aide</Trans>
        </span>
      </Link>
      <Link
        to="/account/profile"
        className="flex min-h-11 items-center gap-2 rounded-m pl-2 hover:bg-surface-2 sm:pr-3"
      >
        <span
          aria-hidden="true"
          className="text-small-strong grid size-9 place-items-center rounded-full bg-brand-tint text-brand"
        >
          {initialsOf(me.name)}
        </span>
        <span className="sr-only">
          <Trans>Mon profil :</Trans>
        </span>
        <span className="text-small-strong max-w-40 truncate text-ink max-sm:sr-only">{me.name}</span>
      </Link>
    </header>
  );
}
