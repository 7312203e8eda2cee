import type { Language } from '../../lib/format.ts';

/** Money takes two decimals, a count none. */
export type FigureKind = 'money' | 'count';

/** What is typed so far, free of language: digits and at most one dot; and where the caret stands in it. */
export interface Typed {
  readonly raw: string;
  readonly caret: number;
}

const longest = { money: 8, count: 6 } as const;
const marks = { fr: { group: '\u202f', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/** The number that was typed; null when nothing was, which is not zero. */
export const valueOf = (raw: string): number | null => (raw === '' ? null : Number(raw));

/** A known number as it would have been typed; cents always come in twos. */
export const rawOf = (value: number | null): string =>
  value === null ? '' : Number.isInteger(value) ? String(value) : value.toFixed(2);

/** What was typed, printed for the reader while he types: « 1 250,5 ». */
export function display(raw: string, language: Language): string {
  const [whole = '', decimals] = raw.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks[language].group);
  return decimals === undefined ? grouped : `${grouped}${marks[language].decimal}${decimals}`;
}

/** Where a place of the typed text stands in its printed form. */
export function displayCaret(raw: string, caret: number, language: Language): number {
  const printed = display(raw, language);
  let seen = 0;
  for (let at = 0; at < printed.length; at += 1) {
    if (seen === caret) return at;
    if (!isGroup(printed, at, language)) seen += 1;
  }
  return printed.length;
}

/** Where a place of the printed form stands in the typed text. */
export function rawCaret(printed: string, caret: number, language: Language): number {
  let seen = 0;
  for (let at = 0; at < caret; at += 1) if (!isGroup(printed, at, language)) seen += 1;
  return seen;
}

// In English the group mark and a pasted decimal comma look alike; in our own print it is always a group mark.
const isGroup = (printed: string, at: number, language: Language): boolean => printed[at] === marks[language].group;

/** Puts a key into what is typed, over the selection; a sign, a letter, a third decimal are refused: null. */
export function press(raw: string, from: number, to: number, key: string, kind: FigureKind): Typed | null {
  let typed: Typed = { raw: raw.slice(0, from) + raw.slice(to), caret: from };
  for (const sign of key) {
    const next = pressOne(typed, sign, kind);
    if (next === null) return typed.raw === raw ? null : typed;
    typed = next;
  }
  return typed;
}

function pressOne({ raw, caret }: Typed, sign: string, kind: FigureKind): Typed | null {
  const mark = sign === ',' || sign === '.';
  if (!mark && !/^\d$/.test(sign)) return null;
  if (mark && (kind === 'count' || raw.includes('.'))) return null;
  const lead = mark && caret === 0 ? '0' : '';
  const next = raw.slice(0, caret) + lead + (mark ? '.' : sign) + raw.slice(caret);
  return accepted(next, kind) ? tidy(next, caret + lead.length + 1) : null;
}

function accepted(raw: string, kind: FigureKind): boolean {
  const [whole = '', decimals = ''] = raw.split('.');
  return whole.replace(/^0+/, '').length <= longest[kind] && decimals.length <= 2;
}

/** Takes away the selection, or the sign before the caret. */
export function erase(raw: string, from: number, to: number): Typed {
  const start = from === to ? Math.max(0, from - 1) : from;
  return tidy(raw.slice(0, start) + raw.slice(to), start);
}

function tidy(raw: string, caret: number): Typed {
  const zeros = /^0+(?=\d)/.exec(raw)?.[0].length ?? 0;
  const plain = raw.slice(zeros);
  const lead = plain.startsWith('.') ? '0' : '';
  return { raw: lead + plain, caret: Math.max(0, caret - zeros) + lead.length };
}

/**
 * The number in a pasted text: spaces are ignored, the last mark followed by one or two digits is the decimal one,
 * a mark followed by three digits separates thousands. Null when it is no number.
 */
export function parsePasted(text: string, kind: FigureKind): string | null {
  const plain = text.replaceAll(/[\s€]/g, '');
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  if (!/^\d+$/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  const units = tidy(whole.replaceAll(/[.,]/g, ''), 0).raw;
  if (kind === 'count' && /[1-9]/.test(decimals)) return null;
  const raw = kind === 'count' || decimals === '' ? units : `${units}.${decimals}`;
  return accepted(raw, kind) ? raw : null;
}

interface Edit {
  readonly raw: string;
  /** The printed form before and after the edit, and where the caret ended. */
  readonly before: string;
  readonly after: string;
  readonly caret: number;
  readonly kind: FigureKind;
  readonly language: Language;
}

/** What an edit of the printed form does to the typed text; null when it must not be taken. */
export function edited({ raw, before, after, caret, kind, language }: Edit): Typed | null {
  const tail = after.slice(caret);
  if (!before.endsWith(tail)) return pasted(after, kind);
  const end = before.length - tail.length;
  let start = 0;
  while (start < Math.min(end, caret) && before[start] === after[start]) start += 1;
  const inserted = after.slice(start, caret);
  const from = rawCaret(before, start, language);
  const to = rawCaret(before, end, language);
  // Erasing a group mark means erasing the digit before it.
  if (inserted === '') return erase(raw, from, to);
  if (inserted.length === 1) return press(raw, from, to, inserted, kind);
  return from === 0 && to === raw.length
    ? pasted(inserted, kind)
    : press(raw, from, to, inserted.replaceAll(/\s/g, ''), kind);
}

function pasted(text: string, kind: FigureKind): Typed | null {
  const raw = parsePasted(text, kind);
  return raw === null ? null : { raw, caret: raw.length };
}
