import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import { useMe } from '../../lib/use-session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import { backToNetwork, entriesOf, type Entry, moreEntry, storeEntries } from '../navigation.ts';

const storeOf = (path: string): string | undefined => /^\/store\/([^/]+)/.exec(path)?.[1];

/** The one navigation of the application: a bar, a rail or a front, by the width of the window. */
export function Nav() {
  const { t } = useLingui();
  const me = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const storeId = me.role === 'gerant' ? storeOf(path) : undefined;
  const entries = storeId === undefined ? entriesOf(me) : storeEntries(storeId);
  const hasMore = me.role !== 'seller';

  return (
    <nav aria-label={t`Navigation principale`} className="shell-nav">
      <Link to="/app" className="shell-desk mb-6 rounded-s px-3" aria-label={t`Retail Performer, accueil`}>
        <Logo onFront />
      </Link>
      <ul>
        {storeId !== undefined && <NavEntry entry={backToNetwork} />}
        {entries.map((entry) => (
          <NavEntry key={entry.to} entry={entry} />
        ))}
        {hasMore && <NavEntry entry={moreEntry} phoneOnly />}
      </ul>
    </nav>
  );
}

interface NavEntryProps {
  readonly entry: Entry;
  readonly phoneOnly?: boolean;
}

function NavEntry({ entry, phoneOnly = false }: NavEntryProps) {
  const { i18n } = useLingui();
  const where = phoneOnly ? 'shell-phone' : entry.bar ? '' : 'shell-side';
  return (
    <li className={where}>
      <Link
        to={entry.to}
        preload="intent"
        activeOptions={{ exact: entry.exact ?? false, includeSearch: false }}
        className={`shell-entry ${entry.act ? 'shell-entry-act' : ''}`}
      >
        <span className="shell-mark">
          <Icon name={entry.icon} size={entry.act ? 24 : 20} />
        </span>
        <span>{i18n._(entry.word)}</span>
      </Link>
    </li>
  );
}
