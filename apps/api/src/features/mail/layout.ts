import type { Locale } from '@retail-performer/domain/kernel';
import type { Letterhead, Message } from './message.ts';

// The colours of the product on paper; mail programs know no variables.
const paper = '#F5F3EC';
const surface = '#FDFCF9';
const line = '#D7D4C9';
const ink = '#14271F';
const quiet = '#45574F';
const brand = '#164A37';

const help = { fr: 'Une question ?', en: 'Any question?' };
const fallback = {
  fr: 'Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :',
  en: 'If the button does not work, copy this address into your browser:',
};

/** Text as it may stand in HTML, also within an attribute. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** The mail as a page of paper with one button; without images, so that nothing is fetched by reading. */
export function htmlOf(message: Message, head: Letterhead, locale: Locale): string {
  const { title, button, lines, notes, reason } = message;
  const paragraph = (text: string, style: string) => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  const href = escaped(button.href);
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">',
    `<title>${escaped(message.subject)}</title></head>`,
    `<body style="margin:0;padding:24px 12px;background:${paper};color:${ink};font:16px/1.5 system-ui,sans-serif">`,
    `<div style="max-width:560px;margin:0 auto">`,
    `<p style="margin:0 0 12px;font-weight:700;color:${brand}">${escaped(head.product)}</p>`,
    `<div style="background:${surface};border:1px solid ${line};border-radius:8px;padding:28px 24px">`,
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${escaped(title)}</h1>`,
    ...lines.map((text) => paragraph(text, '')),
    `<p style="margin:24px 0"><a href="${href}" style="display:inline-block;background:${brand};color:${surface};`,
    `padding:14px 22px;border-radius:6px;font-weight:700;text-decoration:none">${escaped(button.label)}</a></p>`,
    ...notes.map((text) => paragraph(text, `color:${quiet}`)),
    paragraph(fallback[locale], `margin-top:24px;font-size:13px;color:${quiet}`),
    `<p style="margin:0;font-size:13px;word-break:break-all"><a href="${href}" style="color:${brand}">${href}</a></p>`,
    '</div>',
    `<p style="margin:16px 4px 0;font-size:13px;color:${quiet}">${footer(head, reason, locale).map(escaped).join('<br>')}</p>`,
    '</div></body></html>',
  ].join('\n');
}

/** The same mail in plain text. */
export function textOf({ title, lines, button, notes, reason }: Message, head: Letterhead, locale: Locale): string {
  const parts = [title, ...lines, `${button.label} :\n${button.href}`, ...notes];
  return [...parts, ['-- ', ...footer(head, reason, locale)].join('\n')].join('\n\n');
}

function footer({ product, home, support_email }: Letterhead, reason: string, locale: Locale): readonly string[] {
  return [reason, `${product} · ${home}`, ...(support_email === null ? [] : [`${help[locale]} ${support_email}`])];
}
