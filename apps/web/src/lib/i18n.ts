import { i18n, type Messages } from '@lingui/core';
import type { Language } from './format.ts';

export { i18n };

/** The language of the interface now. */
export const language = (): Language => (i18n.locale === 'en' ? 'en' : 'fr');

/** Fetches the texts of one part of the application in one language. */
export type Catalogue = () => Promise<{ readonly messages: Messages }>;

const catalogues = new Map<string, Readonly<Record<Language, Catalogue>>>();
const loaded = new Map<string, Promise<void>>();
const inUse = new Set<string>();

/** Makes a catalogue known; it is loaded when its pages are. */
export function registerCatalogue(name: string, catalogue: Readonly<Record<Language, Catalogue>>): void {
  catalogues.set(name, catalogue);
}

function load(name: string, locale: Language): Promise<void> {
  const key = `${locale}:${name}`;
  const begun = loaded.get(key);
  if (begun !== undefined) return begun;
  const catalogue = catalogues.get(name);
  if (catalogue === undefined) return Promise.resolve();
  const loading = catalogue[locale]().then(({ messages }) => i18n.load(locale, messages));
  loaded.set(key, loading);
  // A failed fetch may be tried again by the next visit of the page.
  loading.catch(() => loaded.delete(key));
  return loading;
}

// What the interface is turned to, from the moment somebody asks for it.
let wanted: Language | null = null;

/** Loads the texts of some parts of the application, in the language of the interface and the one it is turned to. */
export async function loadTexts(...names: readonly string[]): Promise<void> {
  for (const name of names) inUse.add(name);
  const locales = [...new Set([language(), wanted ?? language()])];
  await Promise.all(names.flatMap((name) => locales.map((locale) => load(name, locale))));
}

/** Turns the interface to a language, once every text in use is there; further parts may be named. */
export async function speak(locale: Language, ...names: readonly string[]): Promise<void> {
  wanted = locale;
  for (const name of names) inUse.add(name);
  await Promise.all([...inUse].map((name) => load(name, locale)));
  // Somebody may have asked for another language meanwhile.
  if (wanted !== locale) return;
  i18n.activate(locale);
  document.documentElement.lang = locale;
}
