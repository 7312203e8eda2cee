import { Trans, useLingui } from '@lingui/react/macro';
import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { Etiquette } from '../../ui/etiquette.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DatePill } from './date-pill.tsx';

interface EntryHeadProps {
  readonly date: string;
  readonly today: string;
  readonly timezone: string | undefined;
  readonly draft: boolean;
}

/** The way out, the day, and whether what is shown has been sent. */
export function EntryHead({ date, today, timezone, draft }: EntryHeadProps) {
  const { t } = useLingui();
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  const leave = () => (canGoBack ? router.history.back() : void navigate({ to: '/me/today' }));
  return (
    <div className="entry-head relative z-10 flex h-11 items-center gap-1 bg-surface pr-3 sm:h-14 sm:pl-2">
      <button
        type="button"
        onClick={leave}
        aria-label={t`Fermer, la saisie reste en brouillon`}
        className="grid size-11 shrink-0 place-items-center rounded-m hover:bg-surface-2"
      >
        <Icon name="close" />
      </button>
      <DatePill date={date} today={today} timezone={timezone} />
      <span className="ml-auto">
        {draft && (
          <Etiquette tone="warn">
            <Trans>Brouillon</Trans>
          </Etiquette>
        )}
      </span>
    </div>
  );
}
