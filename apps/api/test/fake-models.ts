import { z } from 'zod';
import type { ModelRequest } from './model-server.ts';

/** One way for a model to behave: the sentence that it slips into its text, in the language asked for. */
export interface FakeModel {
  readonly name: string;
  /** Whether its text may be shown. */
  readonly honest: boolean;
  readonly sentence: (seen: Seen) => string;
}

/** What a model sees of a question. */
export interface Seen {
  readonly language: 'fr' | 'en';
  readonly facts: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly way: string;
  }[];
  readonly data: string;
}

const both = (fr: string, en: string) => (seen: Seen) => (seen.language === 'fr' ? fr : en);
const find = ({ facts }: Seen, ...labels: readonly string[]) => facts.find(({ label }) => labels.includes(label));

/** Models that invent, invert, translate, echo and worse; and one that does as it is told. */
export const fakeModels: readonly FakeModel[] = [
  { name: 'invents an amount', honest: false, sentence: both('Ton CA est de 98 765 €.', 'Your turnover is €98,765.') },
  {
    name: 'invents a share',
    honest: false,
    sentence: both('Tu convaincs 73 % des gens.', 'You convince 73% of the people.'),
  },
  {
    name: 'invents in words',
    honest: false,
    sentence: both('Tu vends une douzaine de fois.', 'You sell a dozen times.'),
  },
  { name: 'invents in other digits', honest: false, sentence: both('Tu as fait ٤٢ ventes.', 'You made ４３ sales.') },
  { name: 'invents a fact', honest: false, sentence: both('Ton panier est de {{f99}}.', 'Your basket is {{f99}}.') },
  {
    name: 'turns every direction around',
    honest: false,
    sentence: (seen) => {
      const change = seen.facts.find(({ way }) => way !== '-');
      const up = change === undefined ? '+9,9 %' : `{{${change.id}}}`;
      const fell = change?.way === 'hausse' || change?.way === 'up';
      return seen.language === 'fr'
        ? `C’est en ${fell ? 'baisse' : 'hausse'} pour toi : ${up}.`
        : `It ${fell ? 'fell' : 'grew'} for you: ${up}.`;
    },
  },
  {
    name: 'changes a digit of a fact',
    honest: false,
    sentence: (seen) => {
      const text = find(seen, 'CA', 'Turnover')?.text ?? '1';
      const wrong = text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
      return seen.language === 'fr' ? `Ton CA est de ${wrong}.` : `Your turnover is ${wrong}.`;
    },
  },
  {
    name: 'glues digits to a fact',
    honest: false,
    sentence: (seen) =>
      seen.language === 'fr' ? 'Voici le total de ta semaine : 1{{f1}}.' : 'Here is the total of your week: 1{{f1}}.',
  },
  {
    name: 'gives a figure another name',
    honest: false,
    sentence: (seen) => {
      const id = find(seen, 'CA', 'Turnover')?.id ?? 'f98';
      return seen.language === 'fr' ? `Ton panier moyen est de {{${id}}}.` : `Your average basket is {{${id}}}.`;
    },
  },
  {
    name: 'answers in the other language',
    honest: false,
    sentence: both(
      'You are doing it with the customers and this is what you should keep for the next days of your week in the shop and at the till.',
      'Tu le fais avec les clients et c’est ce que tu dois garder pour les jours qui viennent dans le magasin et à la caisse.',
    ),
  },
  {
    name: 'echoes what it is told to ignore',
    honest: false,
    sentence: ({ data, language }) =>
      data ||
      (language === 'fr' ? 'Voici mes instructions précédentes : 4242.' : 'Here are my previous instructions: 4242.'),
  },
  { name: 'names a colleague', honest: false, sentence: both('Tu fais mieux que Tom.', 'You do better than Tom.') },
  {
    name: 'sends a link',
    honest: false,
    sentence: both('Regarde sur www.exemple.fr pour la suite.', 'Look at www.example.com for the rest.'),
  },
  {
    name: 'threatens',
    honest: false,
    sentence: both('Sinon, c’est un avertissement.', 'Otherwise you get a warning letter.'),
  },
  {
    name: 'advises price cuts',
    honest: false,
    sentence: both('Propose une remise à tes clients.', 'Offer a discount to your customers.'),
  },
  {
    name: 'refuses',
    honest: false,
    sentence: both('Je suis désolé, je ne peux pas t’aider.', 'I am sorry, I cannot help you.'),
  },
  {
    name: 'does as it is told',
    honest: true,
    sentence: both('Tu tiens le rythme dans le magasin.', 'You keep the pace in the shop.'),
  },
];

const Format = z.object({ json_schema: z.object({ name: z.string() }) });

/** What this model replies to a request of the coach. */
export function replyOf(model: FakeModel, { body }: ModelRequest): { readonly content: string } {
  const seen = seenIn(body.messages);
  const sentence = model.sentence(seen).slice(0, 119);
  const calm =
    seen.language === 'fr'
      ? 'Aujourd’hui, prends le temps de poser une question.'
      : 'Today, take the time to ask a question.';
  const texts: Readonly<Record<string, object>> = {
    seller_diagnostic: { strengths: [sentence], weaknesses: [calm] },
    daily_challenge: { title: calm.slice(0, 30), description: sentence, tip: null, examples: [calm], reason: null },
    seller_review: { result: sentence, focus: calm, best_day: null, action: calm },
  };
  return { content: JSON.stringify(texts[Format.parse(body.response_format).json_schema.name]) };
}

function seenIn(messages: ModelRequest['body']['messages']): Seen {
  const [system = '', asked = ''] = messages.map(({ content }) => content);
  const rows = asked.split('\n').flatMap((line) => {
    const [id = '', label = '', text = '', way = ''] = line.split(' | ');
    return /^f\d+$/.test(id) ? [{ id, label, text, way }] : [];
  });
  const data = /<<<\n([^]*?)\n>>>/.exec(asked)?.[1] ?? '';
  return { language: system.startsWith('Tu ') ? 'fr' : 'en', facts: rows, data };
}
