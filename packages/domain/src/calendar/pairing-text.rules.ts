import type { Day, Locale, Text } from '../kernel/index.ts';
import { type Holiday, holidayNames } from './holidays.rules.ts';
import type { PairedDay } from './pairing.rules.ts';

const reasons: Readonly<Record<string, Text>> = {
  jour: { fr: 'même jour de la semaine', en: 'same weekday' },
  jour_decale: { fr: 'même jour de la semaine, décalé', en: 'same weekday, moved' },
  noel: { fr: 'même date à Noël', en: 'same date at Christmas' },
  soldes_hiver: { fr: 'même jour des soldes d’hiver', en: 'same day of the winter sales' },
  soldes_ete: { fr: 'même jour des soldes d’été', en: 'same day of the summer sales' },
  black_friday: { fr: 'même jour de la semaine du Black Friday', en: 'same day of the Black Friday week' },
  fete_des_meres: { fr: 'même jour avant la fête des mères', en: 'same day before mothers’ day' },
  fete_des_peres: { fr: 'même jour avant la fête des pères', en: 'same day before fathers’ day' },
  paques: { fr: 'même place autour de Pâques', en: 'same place around Easter' },
  ascension_pentecote: {
    fr: 'même place entre Ascension et Pentecôte',
    en: 'same place between Ascension and Whitsun',
  },
};
const none: Text = { fr: 'aucun jour comparable l’an passé', en: 'no comparable day last year' };
const moved: Text = { fr: 'décalé', en: 'moved' };

const isHoliday = (key: string): key is Holiday => Object.hasOwn(holidayNames, key);

/** Why a day is compared with that one, in words. */
export function reasonText(reason: string, locale: Locale): string {
  const [kind = '', detail = ''] = reason.split(':');
  if (kind === 'ferie' && isHoliday(detail)) return holidayNames[detail][locale];
  const text = (reasons[kind] ?? none)[locale];
  return detail === 'decale' ? `${text}, ${moved[locale]}` : text;
}

/** Names a pair of days: « mar. 13/01 ↔ mar. 14/01/2025, même jour des soldes d’hiver ». */
export function pairText(day: Day, { date, reason }: PairedDay, locale: Locale): string {
  if (date === null) return none[locale];
  return `${shortDay(day, locale)} ↔ ${shortDay(date, locale)}/${date.slice(0, 4)}, ${reasonText(reason, locale)}`;
}

function shortDay(day: Day, locale: Locale): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
  return `${weekday} ${day.slice(8)}/${day.slice(5, 7)}`;
}
