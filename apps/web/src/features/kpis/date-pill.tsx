import { Trans, useLingui } from '@lingui/react/macro';
import { addDays, daysFrom } from '@retail-performer/domain/days';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOfInstant } from '../../lib/format.ts';
import { useFormat } from '../../lib/use-format.ts';
import { Icon } from '../../ui/icon.tsx';
import { myEntries } from './kpi.queries.ts';

interface DatePillProps {
  readonly date: string;
  readonly today: string;
  readonly timezone: string | undefined;
}

/** The day that is typed, and the way to the days before; after midnight also to the new calendar day. */
export function DatePill({ date, today, timezone }: DatePillProps) {
  const { t } = useLingui();
  const { dayShort } = useFormat();
  const [open, setOpen] = useState(false);
  const calendar = dayOfInstant(new Date().toISOString(), timezone);
  const night = calendar > today;
  const name =
    date === today ? (night ? t`${dayShort(date)} (soirée)` : t`Aujourd’hui, ${dayShort(date)}`) : dayShort(date);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="relative min-w-0">
      <summary className="text-label flex min-h-11 max-w-full list-none items-center gap-1 rounded-m px-3 hover:bg-surface-2">
        <span className="truncate first-letter:uppercase">{name}</span>
        <Icon name="open" size={16} />
      </summary>
      {open && <Days date={date} last={night ? calendar : today} today={today} onChoose={() => setOpen(false)} />}
    </details>
  );
}

interface DaysProps {
  readonly date: string;
  readonly last: string;
  readonly today: string;
  readonly onChoose: () => void;
}

function Days({ date, last, today, onChoose }: DaysProps) {
  const { dayShort } = useFormat();
  const first = addDays(today, -6);
  const entries = useQuery(myEntries(first, last));
  const entered = new Set(entries.data?.map((entry) => entry.date));
  return (
    <div className="animate-enter absolute top-full left-0 z-30 w-64 rounded-m border border-line bg-surface p-1 shadow-lift max-sm:-left-4">
      <ul>
        {daysFrom(first, last)
          .toReversed()
          .map((day) => (
            <li key={day}>
              <Link
                to="/me/entry/$date"
                params={{ date: day }}
                replace
                onClick={onChoose}
                aria-current={day === date ? 'date' : undefined}
                className="flex min-h-11 items-center gap-3 rounded-s px-3 hover:bg-surface-2 aria-[current=date]:bg-brand-tint aria-[current=page]:bg-brand-tint"
              >
                <span
                  aria-hidden="true"
                  className={`size-2.5 rounded-full ${entered.has(day) ? 'bg-brand' : 'border-2 border-line-strong'}`}
                />
                <span className="flex-1 first-letter:uppercase">{dayShort(day)}</span>
                <span className="text-small text-ink-2">
                  {entries.isSuccess && (entered.has(day) ? <Trans>saisi</Trans> : <Trans>à saisir</Trans>)}
                </span>
              </Link>
            </li>
          ))}
      </ul>
      <Link
        to="/me/history"
        search={{}}
        className="text-label mt-1 flex min-h-11 items-center gap-3 rounded-s border-t-2 border-dotted border-line px-3 text-brand hover:bg-surface-2"
      >
        <Icon name="calendar" />
        <Trans>Tout l’historique</Trans>
      </Link>
    </div>
  );
}
