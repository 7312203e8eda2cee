import { wordsOf } from './plain.rules.ts';

const exact = new Set(
  [
    'trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante',
    'cinquante soixante septante huitante octante nonante cent cents mille millier milliers million millions',
    'milliard milliards moitie moities tiers quart quarts double doubles triple triples quadruple dizaine dizaines',
    'douzaine douzaines quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines demi',
    'demie demis zero zeros',
    'three four five seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred',
    'hundreds thousand thousands billion billions half halves third thirds quarter quarters twice thrice doubled',
    'tripled halved dozen dozens fourth fifth sixth seventh eighth ninth tenth tenfold nil',
  ]
    .join(' ')
    .split(' '),
);
const endings =
  /^(?:trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|cent)iemes?$/;
const teens = /^(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?$/;
const growth = /^(?:doubl|tripl|quadrupl)(?:e|es|er|ez|ent|ait|ant|ee|ees|ing)?$/;

/** Figures written as words; only un, deux, one, two, premier and first are free. */
export function numberWords(text: string): readonly string[] {
  // « pour cent » is a unit, judged with its figure.
  const words = wordsOf(text.replaceAll(/pour[ \u00A0\u202F]?cent(?!\p{L})/giu, ' '));
  return words.filter((word) => exact.has(word) || endings.test(word) || teens.test(word) || growth.test(word));
}
