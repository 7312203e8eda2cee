import { Trans, useLingui } from '@lingui/react/macro';
import type { contract } from '@retail-performer/domain/contract';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { Answer } from '../../lib/endpoint.ts';
import type { Me } from '../../lib/me.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useMe } from '../../lib/use-session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { StatePage } from '../../ui/state-page.tsx';
import { DayTicket } from './day-ticket.tsx';
import { stateOf } from './entry-state.ts';
import { DayTiles } from './day-tiles.tsx';
import { myHome } from './kpi.queries.ts';
import { PeriodCard } from './period-card.tsx';
import { SavedLine } from './saved-line.tsx';
import { WeekDots } from './week-dots.tsx';
import type { Entry } from './figures.ts';

type Home = Answer<typeof contract.me.showHome>;

/** The seller's home: where he stands, what is missing, what to do. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  if (me.store_id === null || me.store_today === null) {
    return (
      <StatePage title={t`Aucun magasin pour l’instant`}>
        <p>
          <Trans>Le gérant de ton enseigne te rattache à un magasin ; ta journée s’ouvre alors ici.</Trans>
        </p>
      </StatePage>
    );
  }
  return <Today me={me} />;
}

function Today({ me }: { readonly me: Me }) {
  const { t } = useLingui();
  const home = useQuery(myHome());
  const firstName = me.name.split(' ')[0] ?? me.name;
  const evening = useEvening(me.workspace?.timezone);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={evening ? t`Bonsoir ${firstName}` : t`Bonjour ${firstName}`} place={me.store_name} />
      {home.isPending && (
        <Columns>
          <TicketSkeleton />
          <Skeleton className="h-74" />
        </Columns>
      )}
      {home.isError && <ErrorBlock problem={home.error} onRetry={() => void home.refetch()} />}
      {home.isSuccess && (
        <Columns>
          <Day me={me} home={home.data} />
          <Sums home={home.data} />
        </Columns>
      )}
    </div>
  );
}

const Columns = ({ children }: { readonly children: ReactNode }) => (
  <div className="grid gap-4 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:items-start">{children}</div>
);

// What a day's state says of its figures: these have some.
const withFigures: readonly string[] = [
  'entered',
  'corrected',
  'validated',
  'locked',
] satisfies Home['entry']['state'][];

function Day({ me, home }: { readonly me: Me; readonly home: Home }) {
  const saved = useLocation({ select: (location) => location.state.saved });
  const { today } = home;
  const { entry } = home.entry;
  const entered = home.last_days.filter(({ state }) => withFigures.includes(state)).map(({ date }) => date);
  return (
    <div className="flex flex-col gap-4">
      {saved !== undefined && <SavedLine date={saved} />}
      <DayTicket
        date={today}
        entry={entry}
        timezone={me.workspace?.timezone}
        fresh={saved === today}
        action={<DayAction me={me} entry={entry} />}
      />
      {entry !== null && <DayTiles entry={entry} />}
      <WeekDots today={today} entered={new Set(entered)} />
    </div>
  );
}

function DayAction({ me, entry }: { readonly me: Me; readonly entry: Entry | null }) {
  const state = stateOf(entry);
  if (me.entitlement?.read_only) {
    return (
      <p className="text-ink-2">
        <Trans>Saisie suspendue : voir avec le gérant.</Trans>
      </p>
    );
  }
  if (state === 'locked') {
    return (
      <p className="text-ink-2">
        <Trans>Chiffres de la caisse : ils ne se modifient pas ici.</Trans>
      </p>
    );
  }
  if (state === 'corrected') {
    return (
      <p className="text-ink-2">
        <Trans>Ton manager a saisi cette journée. Demande-lui la correction s’il y a une erreur.</Trans>
      </p>
    );
  }
  return (
    <ButtonLink
      to="/me/entry/$date"
      params={{ date: 'today' }}
      look={state === 'missing' ? 'act' : 'ghost'}
      icon={state === 'missing' ? 'plus' : 'edit'}
    >
      {state === 'missing' ? <Trans>Saisir ma journée</Trans> : <Trans>Modifier</Trans>}
    </ButtonLink>
  );
}

function Sums({ home: { today, week: weekly, month: monthly } }: { readonly home: Home }) {
  const { t } = useLingui();
  const { dayRange, month, week } = useFormat();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <PeriodCard title={week(today)} note={dayRange(weekly.period.start, today)} totals={weekly.totals} />
      <PeriodCard
        title={month(today)}
        note={t`au ${today.slice(8).replace(/^0/, '')}, depuis le 1er`}
        totals={monthly.totals}
      />
    </div>
  );
}

const TicketSkeleton = () => (
  <Loading>
    <div className="flex flex-col gap-4">
      <Skeleton className="h-85" />
      <Skeleton className="h-28" />
    </div>
  </Loading>
);

const hourIn = (timezone: string | undefined): number =>
  Number(
    new Intl.DateTimeFormat('en', {
      hour: 'numeric',
      hourCycle: 'h23',
      ...(timezone ? { timeZone: timezone } : {}),
    }).format(),
  );

/** From five in the afternoon, shop time, one says good evening. */
function useEvening(timezone: string | undefined): boolean {
  const [hour, setHour] = useState(() => hourIn(timezone));
  useEffect(() => {
    const timer = setInterval(() => setHour(hourIn(timezone)), 60_000);
    return () => clearInterval(timer);
  }, [timezone]);
  return hour >= 17 || hour < 4;
}
