import { addDays, dayRefusal, type Locale, type Text } from '@retail-performer/domain/kernel';
import {
  configView,
  dayCan,
  dayHead,
  type DayMember,
  type DayRow,
  dayRows,
  footfallOf,
  type KpiConfigRow,
  type StoreDay,
} from '@retail-performer/domain/kpis';
import type { DayReading } from './day-reading.ts';
import type { Chief } from './day-write.ts';

const till: Text = { fr: 'Caisse', en: 'Till' };

/** Who looks at a day, when, and in which language. */
interface Reader {
  readonly actor: Chief;
  readonly now: Date;
  readonly locale: Locale;
}

/** The day of a store as its manager runs it, from a reading of the whole grid. */
export function dayGrid(reading: DayReading, config: KpiConfigRow, { actor, now, locale }: Reader): StoreDay {
  const { store, picture, past, last_week, entries } = reading;
  const { date, today, opens, facts } = picture;
  const nameOf = (id: string): string => reading.nameOf(id) ?? '';
  const { status, totals, missing, rev } = dayHead(picture);
  return {
    store: { id: store.id, name: store.name, timezone: store.timezone, status: store.status },
    date,
    today,
    status,
    validated_at: facts?.validated_at ?? null,
    validated_by: facts?.validated_by ? { id: facts.validated_by, name: nameOf(facts.validated_by) } : null,
    auto_validated: facts?.auto_validated ?? false,
    changed_after_validation: facts?.changed_after_validation ?? false,
    reopened_count: facts?.reopened_count ?? 0,
    open: opens,
    kpi_config: configView(config),
    can: dayCan({
      block_code: actor.space.read_only ? (actor.space.block_code ?? 'SUBSCRIPTION_INACTIVE') : null,
      store_open: store.status === 'open',
      validated: status === 'validated',
      date_refusal: dayRefusal(date, now, store),
      after_today: date > today,
      owns: actor.role === 'gerant',
      any_locked: entries.some(({ locked }) => locked),
    }),
    rows: dayRows(picture, {
      pastOf: (seller_id) => past.get(seller_id) ?? [],
      lastChangeOf: (member) => lastChange(reading, member, locale),
      nameOf,
    }),
    totals,
    footfall: footfallOf(picture, nameOf),
    last_week: last_week && { date: addDays(date, -7), totals: last_week },
    missing,
    rev,
    as_of: now.toISOString(),
  };
}

/** Who wrote someone's figures last, or took them back: as the history tells, else as the entry itself does. */
function lastChange(
  { lines, nameOf }: DayReading,
  { seller_id, entry }: DayMember,
  locale: Locale,
): DayRow['last_change'] {
  const told = (id: string | null, role: string, at: string, reason: string | null) =>
    role === 'api' || role === 'api_key'
      ? { by: till[locale], role: 'api', at, reason }
      : { by: (id === null ? null : nameOf(id)) ?? '', role, at, reason };
  const line = lines.find((each) => each.seller_id === seller_id && each.action.startsWith('entry.'));
  if (line !== undefined) return told(line.actor_id, line.actor_role, line.at, line.reason);
  return entry && told(entry.entered_by, entry.entered_by_role, entry.updated_at, entry.last_reason);
}
