import type { Messages } from '@lingui/core';
import type { Language } from '../lib/format.ts';
import { session } from '../lib/client.ts';
import { readHint, saveHint } from '../lib/hint.ts';
import { type Catalogue, language, registerCatalogue, speak } from '../lib/i18n.ts';

type Module = { readonly messages: Messages };

const shell = import.meta.glob<Module>('./locales/*.po');
const features = import.meta.glob<Module>('../features/*/locales/*.po');

const missing: Catalogue = () => Promise.resolve({ messages: {} });

registerCatalogue('app', { fr: shell['./locales/fr.po'] ?? missing, en: shell['./locales/en.po'] ?? missing });
for (const path of Object.keys(features)) {
  const name = path.split('/')[2] ?? '';
  const of = (locale: Language): Catalogue => features[`../features/${name}/locales/${locale}.po`] ?? missing;
  registerCatalogue(name, { fr: of('fr'), en: of('en') });
}

/** The language of this reader: his choice, else his browser's, else French. */
export function preferredLanguage(): Language {
  const { locale } = readHint(localStorage);
  if (locale === 'fr' || locale === 'en') return locale;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** Speaks the reader's language before anything is shown, and his profile's once he is known. */
export async function beginTexts(): Promise<void> {
  await speak(preferredLanguage(), 'app');
  session.subscribe(() => {
    const state = session.state();
    if (state.status !== 'signed_in' || readHint(localStorage).locale !== undefined) return;
    if (state.me.locale !== language()) void speak(state.me.locale);
  });
}

/** Turns the interface to another language, now and at the next visit. */
export async function chooseLanguage(locale: Language): Promise<void> {
  saveHint(localStorage, { locale });
  await speak(locale);
}
