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
}

/** The variables of a mail, in the words of its reader. */
export function wordingOf({ locale, to_name, variables }: MailRow, product: string, href: string): Wording {
  const text = (name: string): string => String(variables[name] ?? '');
  const timeZone = text('timezone') || 'Europe/Paris';
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone });
  return {
    locale,
    first_name: to_name.split(' ')[0] ?? to_name,
    product,
    href,
    text,
    instant: (name) => format.format(new Date(text(name))),
  };
}
