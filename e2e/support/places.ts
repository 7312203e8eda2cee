import type { Language } from './words.ts';

/** Where somebody sits: what the window is like, and what the reader speaks. */
export interface Place {
  readonly name: string;
  readonly language: Language;
  readonly use: object;
}

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
export const smallPhone = { ...phone, viewport: { width: 360, height: 640 } } as const;
export const desk = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false } as const;

const inFrench = { language: 'fr', locale: 'fr-FR', timezoneId: 'Europe/Paris' } as const;
const inEnglish = { language: 'en', locale: 'en-GB', timezoneId: 'Europe/Paris' } as const;

const place = (name: string, speech: typeof inFrench | typeof inEnglish, device: object): Place => ({
  name,
  language: speech.language,
  use: { ...speech, ...device },
});

export const frenchPhone = place('in French on a phone', inFrench, phone);
export const frenchDesk = place('in French at a desk', inFrench, desk);
export const englishPhone = place('in English on a phone', inEnglish, phone);
export const englishDesk = place('in English at a desk', inEnglish, desk);
export const frenchSmallPhone = place('in French on a small phone', inFrench, smallPhone);

/** Both languages and both devices, each combination. */
export const everywhere = [frenchPhone, frenchDesk, englishPhone, englishDesk] as const;
