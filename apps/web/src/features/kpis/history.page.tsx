import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { addMonths, daysFrom, monthEnd, monthStart } from '@retail-performer/domain/days';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useFormat } from '../../lib/use-format.ts';
import { useMe } from '../../lib/use-session.ts';
import { ErrorBlock } from '../../ui/error-block.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { StatePage } from '../../ui/state-page.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { stateOf } from './entry-state.ts';
import { EntryStatus } from './entry-status.tsx';
import { printed } from './figure-words.ts';
import { type Entry, given } from './figures.ts';
import { myEntries } from './kpi.queries.ts';

/** The seller's months, day by day; a day without figures is shown as such. */
export function Page() {
  const { t } = useLingui();
  const me = useMe();
  if (me.store_today === null) return <StatePage title={t`Aucun magasin pour l’instant`} />;
  return <History today={me.store_today} timezone={me.workspace?.timezone} place={me.store_name} />;
}

interface HistoryProps {
  readonly today: string;
  readonly timezone: string | undefined;
  readonly place: string | null;
}

function History({ today, timezone, place }: HistoryProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { month } = useSearch({ from: '/signed-in/seller/me/history' });
  const start = month === undefined || `${month}-01` > today ? monthStart(today) : `${month}-01`;
  const end = monthEnd(start) < today ? monthEnd(start) : today;
  const entries = useQuery(myEntries(start, end));
  const nameOf = (months: number) => addMonths(start, months).slice(0, 7);

  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageHeader title={t`Historique`} place={place} />
      <Stepper
        label={format.month(start)}
        previous={{ to: '/me/history', search: { month: nameOf(-1) }, label: t`Mois précédent` }}
        next={
          start < monthStart(today) ? { to: '/me/history', search: { month: nameOf(1) }, label: t`Mois suivant` } : null
        }
      />
      {entries.isPending && (
        <Loading>
          <Skeleton className="h-120" />
        </Loading>
      )}
      {entries.isError && <ErrorBlock problem={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isSuccess && (
        <>
          <p className="text-ink-2" role="status">
            <Plural
              value={entries.data.length}
              _0="Aucune journée saisie ce mois-ci."
              one="# journée saisie."
              other="# journées saisies."
            />
          </p>
          <ol className="rows rounded-m bg-surface px-4">
            {daysFrom(start, end)
              .toReversed()
              .map((day) => (
                <DayLine
                  key={day}
                  day={day}
                  entry={entries.data.find(({ date }) => date === day) ?? null}
                  timezone={timezone}
                />
              ))}
          </ol>
        </>
      )}
    </div>
  );
}

interface DayLineProps {
  readonly day: string;
  readonly entry: Entry | null;
  readonly timezone: string | undefined;
}

function DayLine({ day, entry, timezone }: DayLineProps) {
  const format = useFormat();
  return (
    <li>
      <Link
        to="/me/entry/$date"
        params={{ date: day }}
        className="-mx-2 grid min-h-14 grid-cols-[1fr_auto_auto] items-center gap-x-3 rounded-s px-2 py-2 hover:bg-surface-2"
      >
        <span className="min-w-0">
          <span className="text-label block first-letter:uppercase">{format.dayShort(day)}</span>
          <span className="text-small block text-ink-2">
            {entry === null ? (
              <Trans>Rien de saisi</Trans>
            ) : (
              <Counts sales={given(entry, 'nb_ventes')} items={given(entry, 'nb_articles')} />
            )}
          </span>
        </span>
        <span className="flex flex-col items-end gap-1">
          <span className="figure-s">
            <Figure>{printed(entry, 'ca_journalier', format)}</Figure>
          </span>
          {entry !== null && stateOf(entry) !== 'entered' && <EntryStatus entry={entry} timezone={timezone} />}
        </span>
        <Icon name="right" className="text-ink-3" />
      </Link>
    </li>
  );
}

function Counts({ sales, items }: { readonly sales: number | null; readonly items: number | null }) {
  return (
    <>
      {sales !== null && <Plural value={sales} one="# vente" other="# ventes" />}
      {sales !== null && items !== null && ' · '}
      {items !== null && <Plural value={items} one="# article" other="# articles" />}
    </>
  );
}
