import type { Day, Text } from '../kernel/index.ts';

const months = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/** A day in words, as a sentence names it: "1er avril 2026", "1 April 2026". */
export function dayInWords(day: Day): Text {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = date === 1 ? '1er' : `${date}`;
  return {
    fr: `${first} ${months.fr[month - 1]} ${year}`,
    en: `${date} ${months.en[month - 1]} ${year}`,
  };
}
