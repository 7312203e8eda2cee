import { namesToHide } from './names.rules.ts';
import { folded } from './plain.rules.ts';

const mostCharacters = 1000;

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[^\s@<>]+@[^\s@<>]+\.\p{L}{2,}/gu, '[e-mail]'],
  [/https?:\/\/\S+|www\.\S+/giu, '[lien]'],
  [/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/gu, '[numéro]'],
  [/(?:\+\d{1,3}|(?<!\d)0)(?:[ ().-]?\d){8,}/gu, '[téléphone]'],
  [
    /\d{1,5}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours|square)\s[^,.;\n]{2,60}/giu,
    '[adresse]',
  ],
  [
    /\d{1,5}\s+(?:[\p{L}'’-]+\s){1,4}(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|square|way)(?!\p{L})/giu,
    '[adresse]',
  ],
];

/** A person's own text, fit to be sent: no address, number, name or mark of ours, 1 000 characters at most. */
export function scrubbed(text: string, names: readonly string[]): string {
  const hidden = namesToHide(names);
  const bare = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/<{2,}|>{2,}|\{{2,}|\}{2,}/g, ' ');
  const clean = patterns.reduce((rest, [pattern, word]) => rest.replaceAll(pattern, word), bare);
  const nameless = clean.replaceAll(/\p{L}+/gu, (word) => (hidden.has(folded(word)) ? '[nom]' : word));
  return Array.from(nameless.replaceAll(/<{2,}|>{2,}/g, ' '))
    .slice(0, mostCharacters)
    .join('');
}
