import type { Locale } from '../../kernel/index.ts';
import { placeholder } from '../facts/fact-table.rules.ts';
import { factMark, plain } from './plain.rules.ts';

/** A figure as written: `digits` without separators, the last `decimals` of them behind the mark. */
export interface NumberToken {
  readonly written: string;
  readonly sign: '+' | '-' | null;
  readonly digits: string | null;
  readonly decimals: number;
  readonly thousands: boolean;
  readonly unit: 'eur' | 'pct' | 'pts' | null;
}

const figure =
  /(?<sign>(?<![\p{L}\d\uE000])-(?=[€\d])|[+−±]\s?)?(?<before>€\s?)?(?<digits>\d+(?: \d{3}(?!\d))*(?:[.,'’]\d+)*)(?<k> ?k(?!\p{L}))?(?: ?(?<unit>%|€|euros?(?!\p{L})|eur(?!\p{L})|pour ?cent(?!\p{L})|percent(?!\p{L})|pts?(?!\p{L})|points?(?!\p{L})))?/giu;

const shapes = {
  fr: /^(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/,
  en: /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d+))?$/,
} as const satisfies Record<Locale, RegExp>;

/** Every figure written in digits; placeholders are left out, they carry verified figures. */
export function numberTokens(text: string, locale: Locale): readonly NumberToken[] {
  const bare = plain(text.replaceAll(placeholder, ' '));
  return [...bare.matchAll(figure)].map((match) => {
    const { sign = '', before = '', digits = '', k = '', unit = '' } = match.groups ?? {};
    const [, whole, rest = ''] = shapes[locale].exec(digits) ?? [];
    return {
      written: match[0].trim(),
      sign: signOf(sign),
      digits: whole === undefined ? null : whole.replaceAll(/\D/g, '') + rest,
      decimals: rest.length,
      thousands: k !== '',
      unit: unitOf(before, unit.toLowerCase()),
    };
  });
}

/** Digits of other scripts, fractions, letters beyond the Latin ones: no figure of ours is ever written so. */
export const foreignSigns = (text: string): readonly string[] =>
  plain(text).match(/(?![0-9])\p{N}|(?!\p{Script=Latin})\p{L}/gu) ?? [];

/** What is glued to a placeholder so that its figure would read as another one. */
export function gluedFigures(text: string): readonly string[] {
  const marked = plain(text.replaceAll(placeholder, '\u0001')).replaceAll('\u0001', factMark);
  const after = /\uE000(?:[\d.,'’]*\d|\p{L}| ?(?:%|€|k(?!\p{L})|euros?(?!\p{L})|pour ?cent|percent))/giu;
  return [...(marked.match(after) ?? []), ...(marked.match(/(?:[\d€+−±]|(?<!\p{L})-)\uE000/gu) ?? [])];
}

function signOf(written: string): NumberToken['sign'] {
  if (written.trim() === '') return null;
  return written.startsWith('+') ? '+' : '-';
}

function unitOf(before: string, after: string): NumberToken['unit'] {
  if (before !== '' || /^(?:€|eur)/.test(after)) return 'eur';
  if (after === '') return null;
  return after.startsWith('pt') || after.startsWith('point') ? 'pts' : 'pct';
}
