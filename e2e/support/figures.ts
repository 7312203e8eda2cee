import { expect, type Page } from '@playwright/test';
import type { Language } from './words.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

/** Euros as the reader's language writes them, spaces made plain. */
export function money(euros: number, language: Language, decimals = 2): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return language === 'fr'
    ? `${plain(euros.toLocaleString('fr-FR', digits))} €`
    : `€${euros.toLocaleString('en-GB', digits)}`;
}

/** A count as the reader's language writes it, spaces made plain. */
export const count = (value: number, language: Language): string =>
  plain(value.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB'));

/** What the API answers to somebody's question. */
export async function answerOf(page: Page, token: string, path: string): Promise<unknown> {
  const response = await page.request.get(path, { headers: { Authorization: `Bearer ${token}` } });
  expect(response.ok(), path).toBe(true);
  const answer: unknown = await response.json();
  return answer;
}

/** A part of an answer by its name, parts of parts by names with dots. */
export const part = (answer: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => new Map(Object.entries(at ?? {})).get(name), answer);

/** The same as a number; anything else is an error of the journey. */
export function numberIn(answer: unknown, path: string): number {
  const value = part(answer, path);
  if (typeof value !== 'number') throw new Error(`The answer has no number named ${path}`);
  return value;
}

/** The same as a text. */
export function textIn(answer: unknown, path: string): string {
  const value = part(answer, path);
  if (typeof value !== 'string') throw new Error(`The answer has no text named ${path}`);
  return value;
}
