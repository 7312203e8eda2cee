import type { Locale } from '../../kernel/index.ts';
import type { Style } from '../diagnostic.model.ts';

type Variants = readonly [string, string, string];

/** The words of one style: two things to build on and one to try, each at most 120 characters. */
interface StyleWords {
  readonly first: Variants;
  readonly second: Variants;
  readonly try: Variants;
}
type StyleBank = Readonly<Record<Style, StyleWords>>;

const fr: StyleBank = {
  Dynamique: {
    first: ['Tu avances vite et tu décides.', 'Tu vas droit au but.', 'Tu prends l’initiative sans attendre.'],
    second: ['Tu gardes ton objectif en vue.', 'Tu oses proposer.', 'Tu donnes du rythme à la vente.'],
    try: [
      'À essayer : une question de plus avant de proposer.',
      'À essayer : laisse au client le temps de finir sa phrase.',
      'À essayer : reformule avant de passer à la suite.',
    ],
  },
  Convivial: {
    first: [
      'Tu crées le contact avec chaleur.',
      'Les gens se sentent bienvenus avec toi.',
      'Tu mets de la vie dans l’échange.',
    ],
    second: ['Tu donnes envie de parler.', 'Ton énergie se partage.', 'Tu retiens ce que les gens te racontent.'],
    try: [
      'À essayer : propose l’étape suivante plus tôt dans l’échange.',
      'À essayer : ramène la conversation vers le besoin.',
      'À essayer : annonce un choix clair avant la caisse.',
    ],
  },
  Discret: {
    first: ['Tu écoutes jusqu’au bout.', 'Ton calme rassure.', 'Tu laisses au client la place qu’il lui faut.'],
    second: ['Tu tiens ce que tu promets.', 'Tu accompagnes pas à pas.', 'On peut compter sur toi dans l’équipe.'],
    try: [
      'À essayer : fais le premier pas vers la personne qui regarde.',
      'À essayer : propose un article complémentaire à une personne déjà décidée.',
      'À essayer : dis ton avis quand on te le demande.',
    ],
  },
  Stratège: {
    first: ['Tu connais tes articles en détail.', 'Tes réponses sont précises.', 'Tu prépares ce que tu vas montrer.'],
    second: ['Tu vérifies avant d’affirmer.', 'Ta méthode donne confiance.', 'Tu ranges et tu retrouves vite.'],
    try: [
      'À essayer : choisis une seule qualité à mettre en avant.',
      'À essayer : commence par ce que le client ressentira.',
      'À essayer : fais essayer avant d’expliquer.',
    ],
  },
  Explorateur: {
    first: [
      'Tu passes d’une manière de faire à une autre selon la personne.',
      'Tu oses varier ton approche.',
      'Tu as plus d’une façon d’entrer en contact.',
    ],
    second: ['Tu apprends de chaque échange.', 'Tu t’ajustes vite.', 'Tu essaies volontiers une idée nouvelle.'],
    try: [
      'À essayer : garde la même approche toute une journée et compare.',
      'À essayer : décide de ta première question avant d’aller vers le client.',
      'À essayer : note l’approche qui a marché aujourd’hui.',
    ],
  },
  Adaptateur: {
    first: [
      'Tu t’adaptes à la personne en face de toi.',
      'Tu trouves ta place dans des situations variées.',
      'Tu gardes l’équilibre entre écoute et action.',
    ],
    second: [
      'Tu changes de rythme quand il le faut.',
      'Tu comprends des clients très différents.',
      'Tu travailles bien avec toute l’équipe.',
    ],
    try: [
      'À essayer : choisis un moment de la vente à travailler cette semaine.',
      'À essayer : une question ouverte de plus à chaque échange.',
      'À essayer : propose toi-même l’étape suivante.',
    ],
  },
};

const en: StyleBank = {
  Dynamique: {
    first: [
      'You move fast and you decide.',
      'You go straight to the point.',
      'You take the initiative without waiting.',
    ],
    second: ['You keep your goal in sight.', 'You dare to suggest.', 'You give the sale its pace.'],
    try: [
      'To try: one more question before you suggest.',
      'To try: let the customer finish the sentence.',
      'To try: say it back before you move on.',
    ],
  },
  Convivial: {
    first: ['You make contact with warmth.', 'People feel welcome with you.', 'You bring life to the exchange.'],
    second: ['You make people want to talk.', 'Your energy is catching.', 'You remember what people tell you.'],
    try: [
      'To try: suggest the next step earlier in the exchange.',
      'To try: bring the talk back to the need.',
      'To try: state a clear choice before the till.',
    ],
  },
  Discret: {
    first: ['You listen to the end.', 'Your calm is reassuring.', 'You give the customer the room that is needed.'],
    second: ['You keep what you promise.', 'You guide step by step.', 'The team can rely on you.'],
    try: [
      'To try: take the first step towards the person who is looking.',
      'To try: suggest a matching item to someone who has already decided.',
      'To try: give your view when you are asked for it.',
    ],
  },
  Stratège: {
    first: ['You know your items in detail.', 'Your answers are precise.', 'You prepare what you are going to show.'],
    second: ['You check before you state.', 'Your method inspires trust.', 'You keep order and find things at once.'],
    try: [
      'To try: choose a single quality to put forward.',
      'To try: begin with what the customer will feel.',
      'To try: let people try before you explain.',
    ],
  },
  Explorateur: {
    first: [
      'You move from one way to another with the person.',
      'You dare to vary your approach.',
      'You have more than one way into a conversation.',
    ],
    second: ['You learn from each exchange.', 'You adjust quickly.', 'You are happy to try a new idea.'],
    try: [
      'To try: keep the same approach for a whole day and compare.',
      'To try: decide on your first question before you walk over.',
      'To try: note the approach that worked today.',
    ],
  },
  Adaptateur: {
    first: [
      'You adapt to the person in front of you.',
      'You find your place in varied situations.',
      'You keep the balance between listening and acting.',
    ],
    second: [
      'You change pace when it is needed.',
      'You understand very different customers.',
      'You work well with the whole team.',
    ],
    try: [
      'To try: choose one moment of the sale to work on this week.',
      'To try: one more open question in each exchange.',
      'To try: be the one to suggest the next step.',
    ],
  },
};

/** The words of every style in both languages. */
export const styleWords: Readonly<Record<Locale, StyleBank>> = { fr, en };
