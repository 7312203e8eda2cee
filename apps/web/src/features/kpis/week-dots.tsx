import { Plural, Trans } from '@lingui/react/macro';
import { addDays, daysFrom } from '@retail-performer/domain/days';
import { weekStart } from '@retail-performer/domain/weeks';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../lib/use-format.ts';

interface WeekDotsProps {
  readonly today: string;
  /** The days that have figures. */
  readonly entered: ReadonlySet<string>;
}

/** The days of the week: which have figures, which have none yet. */
export function WeekDots({ today, entered }: WeekDotsProps) {
  const { weekday, dayWords } = useFormat();
  const monday = weekStart(today);
  const filled = daysFrom(monday, today).filter((day) => entered.has(day)).length;
  return (
    <section className="rounded-m bg-surface p-4">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-label">
          <Trans>Cette semaine</Trans>
        </h2>
        <p className="text-small text-ink-2">
          <Plural value={filled} _0="rien de saisi" one="# journée saisie" other="# journées saisies" />
        </p>
      </div>
      <ol className="mt-2 grid grid-cols-7">
        {daysFrom(monday, addDays(monday, 6)).map((day) => {
          const state = entered.has(day) ? 'entered' : day > today ? 'ahead' : 'none';
          const word =
            state === 'entered' ? (
              <Trans>saisi</Trans>
            ) : state === 'none' ? (
              <Trans>rien de saisi</Trans>
            ) : (
              <Trans>à venir</Trans>
            );
          const face = (
            <>
              <span
                aria-hidden="true"
                className={`text-micro grid size-6 place-items-center rounded-full ${day === today ? 'bg-ink text-bg' : 'text-ink-2'}`}
              >
                {weekday(day).slice(0, 1).toUpperCase()}
              </span>
              <span aria-hidden="true" className={`size-5 rounded-full ${dots[state]}`} />
              <span className="sr-only">
                {dayWords(day)} : {word}
              </span>
            </>
          );
          return (
            <li key={day} className="flex justify-center">
              {state === 'ahead' ? (
                <span className="flex min-h-14 flex-col items-center justify-center gap-1">{face}</span>
              ) : (
                <Link
                  to="/me/entry/$date"
                  params={{ date: day }}
                  className="flex min-h-14 w-full flex-col items-center justify-center gap-1 rounded-s hover:bg-surface-2"
                >
                  {face}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const dots = {
  entered: 'bg-brand',
  none: 'border-2 border-line-strong',
  ahead: 'border-2 border-dotted border-line',
} as const;
