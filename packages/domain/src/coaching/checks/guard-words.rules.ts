import type { Finding } from './finding.model.ts';
import { folded } from './plain.rules.ts';

const begins = (stems: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${stems.join('|')})`, 'gu');

// No text of the coach speaks of sanctions: that is for people, face to face.
const discipline = begins([
  'sanction',
  'avertissement',
  'blam(?:e|er|ez|es)(?!\\p{L})',
  'mise a pied',
  'mises a pied',
  'licenci',
  'renvoyer',
  'renvoi(?:e|s)?(?!\\p{L})',
  'rupture',
  'fautes?(?!\\p{L})',
  'abandon de poste',
  'pip(?!\\p{L})',
  'fired?(?!\\p{L})',
  'firing',
  'dismiss',
  'warning letter',
  'probation',
  'disciplin',
  'terminat',
]);

// A shop serves those who walk in; prices, advertising and hours are not a seller's to change.
const topics = begins([
  'prospect(?:er|ion|ing)',
  'demarch',
  'phoning',
  'cold call',
  'reseaux? socia',
  'social media',
  'instagram',
  'facebook',
  'tiktok',
  'whatsapp',
  'publicit',
  'advertis',
  'rabais',
  'remises?(?!\\p{L})',
  'discount',
  'price cut',
  'baisser? les prix',
  "horaires? d'ouverture",
  'opening hours',
]);

// Health, belief, origin, family and the like never go to a model and are never summarised.
const sensitive = begins([
  'malad',
  'depress',
  'burn ?out',
  'cancer',
  'handicap',
  'disab',
  'medec',
  'medical',
  'hopital',
  'hospital',
  'enceinte',
  'grossesse',
  'pregnan',
  'religi',
  'musulman',
  'muslim',
  'catholi',
  'juif',
  'jewish',
  'syndi',
  'trade union',
  'homosex',
  'gay(?!\\p{L})',
  'lesbi',
  'transgenre',
  'transgender',
  'origine ethnique',
  'ethnic',
  'racis',
  'harcel',
  'harass',
  'agress(?:e|ion)',
  'violen',
  'assault',
  'viol(?!\\p{L})',
  'voleu?r',
  'steal',
  'theft',
  'drogue',
  'drug',
  'alcool',
  'alcohol',
  'addict',
  'suicid',
  'divorc',
  'mon mari',
  'ma femme',
  'my husband',
  'my wife',
  'mes enfants',
  'my children',
  'my kids',
]);

const secrets: readonly RegExp[] = [
  /[^\s@]+@[^\s@]+\.\p{L}{2,}/gu,
  /https?:\/\/\S*|www\.\S+|(?<![\p{L}\d])[a-z0-9-]{2,}\.(?:com|fr|net|org|io|eu|app|shop)(?!\p{L})/giu,
  /(?:\+\d{1,3}|(?<!\d)0)(?:[ .-]?\d){8,}/gu,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/giu,
  /<\/?[a-z!][^>]*>?/giu,
];

/** Words of discipline, topics that are not a seller's, and what looks like an address, a link or an id. */
export function guardFindings(text: string): readonly Finding[] {
  const said = folded(text);
  return [
    ...all('guard', said, discipline),
    ...all('topic', said, topics),
    ...secrets.flatMap((pattern) => all('private', text.normalize('NFKC'), pattern)),
  ];
}

/** Whether people wrote about something that only people should answer. */
export const isSensitive = (text: string): boolean => folded(text).search(sensitive) >= 0;

const all = (code: Finding['code'], text: string, pattern: RegExp): readonly Finding[] =>
  [...text.matchAll(pattern)].map(([quote]) => ({ code, quote }));
