import { Trans, useLingui } from '@lingui/react/macro';
import { isDay } from '@retail-performer/domain/days';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Me } from '../../lib/me.ts';
import { useMe } from '../../lib/use-session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { StatePage } from '../../ui/state-page.tsx';
import { DayTicket } from './day-ticket.tsx';
import { EntryForm } from './entry-form.tsx';
import { stateOf } from './entry-state.ts';
import type { Entry } from './figures.ts';
import { myEntries } from './kpi.queries.ts';

/** The seller's figures of one day, to be typed or corrected. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  const { date } = useParams({ from: '/signed-in/seller/me/entry/$date' });
  const today = me.store_today;
  if (today === null) {
    return (
      <div className="max-sm:p-4">
        <StatePage title={t`Aucun magasin pour l’instant`} />
      </div>
    );
  }
  const day = date === 'today' ? today : date;
  if (!isDay(day)) {
    return (
      <div className="max-sm:p-4">
        <StatePage title={t`Ce jour n’existe pas`} action={<Back />} />
      </div>
    );
  }
  return <EntryOf key={day} me={me} day={day} today={today} />;
}

function EntryOf({ me, day, today }: { readonly me: Me; readonly day: string; readonly today: string }) {
  const { t } = useLingui();
  // What is typed must not move under the fingers: the entry is read once, when the form opens.
  const entries = useQuery({
    ...myEntries(day, day),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <div className="flex flex-col gap-4">
      <div className="max-sm:sr-only">
        <PageHeader title={t`Saisir mes chiffres`} place={me.store_name} />
      </div>
      {entries.isPending && (
        <Loading>
          <Skeleton className="h-110 max-w-136 max-sm:rounded-none" />
        </Loading>
      )}
      {entries.isError && (
        <div className="flex flex-col items-start gap-4 max-sm:p-4">
          <ErrorBlock problem={entries.error} onRetry={() => void entries.refetch()} />
          <Back />
        </div>
      )}
      {entries.isSuccess && <Opened me={me} day={day} today={today} entry={entries.data[0] ?? null} />}
    </div>
  );
}

interface OpenedProps {
  readonly me: Me;
  readonly day: string;
  readonly today: string;
  readonly entry: Entry | null;
}

function Opened({ me, day, today, entry }: OpenedProps) {
  const state = stateOf(entry);
  const suspended = me.entitlement?.read_only ?? false;
  if (state !== 'locked' && state !== 'corrected' && !suspended) {
    return <EntryForm me={me} date={day} today={today} entry={entry} />;
  }
  return (
    <div className="flex max-w-md flex-col gap-4 max-sm:p-4">
      <DayTicket date={day} entry={entry} timezone={me.workspace?.timezone} />
      <p className="text-ink-2">
        {suspended ? (
          <Trans>Saisie suspendue : voir avec le gérant.</Trans>
        ) : state === 'locked' ? (
          <Trans>Ces chiffres viennent de la caisse : ils ne se modifient pas ici.</Trans>
        ) : (
          <Trans>Ton manager a saisi cette journée. Demande-lui la correction s’il y a une erreur.</Trans>
        )}
      </p>
      <div>
        <Back />
      </div>
    </div>
  );
}

const Back = () => (
  <ButtonLink to="/me/today">
    <Trans>Retour à ma journée</Trans>
  </ButtonLink>
);
