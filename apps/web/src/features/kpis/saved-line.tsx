import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFormat } from '../../lib/use-format.ts';
import { Icon } from '../../ui/icon.tsx';

/** Says for eight seconds that a day has been saved, with the way back to it. */
export function SavedLine({ date }: { readonly date: string }) {
  const { dayShort } = useFormat();
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), 8000);
    return () => clearTimeout(timer);
  }, [date]);
  return (
    <div role="status">
      {shown && (
        <p className="animate-enter flex max-w-none items-center gap-2 rounded-m bg-good-tint px-4 py-2.5 text-ink">
          <Icon name="check" className="text-good" />
          <span className="flex-1">
            <Trans>Enregistré : {dayShort(date)}</Trans>
          </span>
          <Link
            to="/me/entry/$date"
            params={{ date }}
            className="text-label -my-2.5 flex min-h-11 items-center px-1 text-brand underline"
          >
            <Trans>Modifier</Trans>
          </Link>
        </p>
      )}
    </div>
  );
}
