import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useMe } from '../lib/use-session.ts';
import { Icon } from '../ui/icon.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { commonEntries, entriesOf } from './navigation.ts';

/** Everything that the bar of a phone has no room for. */
export function Page() {
  const { t, i18n } = useLingui();
  const me = useMe();
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <PageHeader title={t`Plus`} place={me.workspace?.name} />
      <ul className="rows overflow-hidden rounded-m bg-surface">
        {[...entriesOf(me), ...commonEntries].map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to} className="flex min-h-14 items-center gap-3 px-4 hover:bg-surface-2">
              <Icon name={entry.icon} className="text-brand" />
              <span className="text-label flex-1">{i18n._(entry.word)}</span>
              <Icon name="right" className="text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
