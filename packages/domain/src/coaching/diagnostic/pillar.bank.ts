import type { Locale } from '../../kernel/index.ts';
import type { Competence } from '../coaching.model.ts';

type Variants = readonly [string, string, string];
type PillarBank = Readonly<Record<Locale, Readonly<Record<Competence, Variants>>>>;

/** What a seller can build on, by pillar, each at most 120 characters. */
export const pillarStrengths: PillarBank = {
  fr: {
    accueil: [
      'Tu vas vers les personnes qui entrent : l’accueil est un de tes appuis.',
      'Ton premier contact met à l’aise : garde cette habitude.',
      'Tu te rends disponible dès l’entrée : c’est une base solide pour la suite.',
    ],
    decouverte: [
      'Tu cherches à comprendre le besoin avant de montrer un article.',
      'Tes questions aident le client à dire ce qu’il veut vraiment.',
      'Tu écoutes avant de proposer : la découverte est un de tes appuis.',
    ],
    argumentation: [
      'Tu relies ce que tu montres à ce que le client t’a dit.',
      'Tu fais essayer, tu montres, tu expliques à quoi cela sert.',
      'Tu réponds aux doutes avec des faits : l’argumentation est un de tes appuis.',
    ],
    closing: [
      'Tu proposes clairement l’étape suivante : le client sait où il va.',
      'Tu oses proposer l’achat quand le moment est là.',
      'Tu aides à choisir sans presser : la conclusion est un de tes appuis.',
    ],
    fidelisation: [
      'Tu donnes envie de revenir : le suivi est un de tes appuis.',
      'Tu penses à la visite suivante pendant celle-ci.',
      'Tu gardes le lien quand la vente est finie.',
    ],
  },
  en: {
    accueil: [
      'You go to the people who walk in: the welcome is one of your assets.',
      'Your first contact puts people at ease: keep that habit.',
      'You are available from the door on: a solid base for the rest.',
    ],
    decouverte: [
      'You look for the need before you show an item.',
      'Your questions help customers say what they really want.',
      'You listen before you suggest: discovery is one of your assets.',
    ],
    argumentation: [
      'You link what you show to what the customer told you.',
      'You let people try, you show, you explain what it is good for.',
      'You answer doubts with facts: presenting is one of your assets.',
    ],
    closing: [
      'You suggest the next step clearly: the customer knows where to go.',
      'You dare to offer the purchase when the moment is there.',
      'You help people choose without pressing: closing is one of your assets.',
    ],
    fidelisation: [
      'You make people want to return: follow-up is one of your assets.',
      'You think of the next visit during this one.',
      'You keep the link when the sale is over.',
    ],
  },
};

/** What a seller can try, by pillar, each at most 120 characters. */
export const pillarTries: PillarBank = {
  fr: {
    accueil: [
      'À essayer : lève les yeux et dis bonjour avant la fin du premier rayon.',
      'À essayer : pose ce que tu fais dès qu’une personne passe la porte.',
      'À essayer : une phrase d’accueil qui parle du magasin plutôt que « je peux vous aider ? ».',
    ],
    decouverte: [
      'À essayer : une question ouverte de plus avant de montrer un article.',
      'À essayer : reformule le besoin avec les mots du client.',
      'À essayer : demande pour quelle occasion, puis laisse un silence.',
    ],
    argumentation: [
      'À essayer : pour chaque article montré, dis ce qu’il change pour ce client.',
      'À essayer : fais toucher ou essayer avant d’expliquer.',
      'À essayer : demande ce qui fait hésiter, puis réponds à ce point seulement.',
    ],
    closing: [
      'À essayer : propose un choix entre deux articles plutôt qu’un oui ou non.',
      'À essayer : annonce l’étape suivante à voix haute quand le client se tait.',
      'À essayer : propose un article complémentaire pendant l’essai.',
    ],
    fidelisation: [
      'À essayer : termine par une raison simple de revenir.',
      'À essayer : présente la carte de fidélité comme un service.',
      'À essayer : note ce que le client cherchait pour la visite suivante.',
    ],
  },
  en: {
    accueil: [
      'To try: look up and say hello before the end of the first aisle.',
      'To try: put down what you are doing when someone comes through the door.',
      'To try: a welcome that speaks of the shop rather than “can I help you?”.',
    ],
    decouverte: [
      'To try: one more open question before you show an item.',
      'To try: say the need again in the customer’s words.',
      'To try: ask what the occasion is, then leave a silence.',
    ],
    argumentation: [
      'To try: for each item you show, say what it changes for this customer.',
      'To try: let people touch or try before you explain.',
      'To try: ask what holds the customer back, then answer that point alone.',
    ],
    closing: [
      'To try: offer a choice between two items rather than a yes or no.',
      'To try: say the next step aloud when the customer goes quiet.',
      'To try: suggest a matching item while the customer is trying the first one.',
    ],
    fidelisation: [
      'To try: end with a simple reason to come back.',
      'To try: present the loyalty card as a service.',
      'To try: note what the customer was looking for, for the next visit.',
    ],
  },
};
