import type { Locale } from '@retail-performer/domain/kernel';
import type { MailRow } from '@retail-performer/domain/mail';

/** What a template is written from. */
export interface Wording {
  readonly locale: Locale;
  readonly first_name: string;
  readonly product: string;
  /** Where the button leads. */
  readonly href: string;
  /** A variable of the mail as text; empty when it has none. */
  readonly text: (name: string) => string;
  /** A variable that is an instant, as people say it. */
  readonly instant: (name: string) => string;
  /** A variable that is a number; 0 when there is none. */
  readonly number: (name: string) => number;
  /** A variable in cents as an amount of euros; null when there is none. */
  readonly euros: (name: string) => string | null;
  /** A variable that is a list of lines, each by the names of its parts. */
  readonly lines: (name: string) => readonly Line[];
}

type Line = Readonly<Record<string, string | number | null>>;

/** The variables of a mail, in the words of its reader. */
export function wordingOf({ locale, to_name, variables }: MailRow, product: string, href: string): Wording {
  const text = (name: string): string => {
    const value = variables[name] ?? '';
    return typeof value === 'object' ? '' : String(value);
  };
  const number = (name: string): number => Number(text(name) || 0);
  const timeZone = text('timezone') || 'Europe/Paris';
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return {
    locale,
    first_name: to_name.split(' ')[0] ?? to_name,
    product,
    href,
    text,
    instant: (name) => format.format(new Date(text(name))),
    number,
    euros: (name) => (text(name) === '' ? null : money.format(number(name) / 100)),
    lines: (name) => {
      const value = variables[name];
      return Array.isArray(value) ? value : [];
    },
  };
}
