import { challenge, type PillarBank } from './template.model.ts';

/** Challenges on concluding, matching articles included. */
export const closing: PillarBank = {
  fr: {
    easier: [
      challenge(
        'Proposer une fois',
        'Avec un client intéressé, propose clairement l’achat aujourd’hui. Une phrase courte, puis tu attends sa réponse.',
        'On part sur celui-ci ?',
      ),
      challenge(
        'L’article qui va avec',
        'À un client qui essaie, présente un article complémentaire qui répond à ce qu’il t’a dit. Une seule proposition, utile.',
        'Pour garder la couleur, voici le produit d’entretien qui va avec.',
      ),
      challenge(
        'Le choix simple',
        'Quand un client hésite entre plusieurs articles, écartes-en pour n’en laisser que deux. Choisir devient facile.',
        'Entre ces deux-là, lequel voyez-vous chez vous ?',
      ),
      challenge(
        'L’étape suivante',
        'Une fois aujourd’hui, annonce ce qui vient après la décision : l’emballage, la taille à vérifier, le passage en caisse.',
        'Je vous le prépare, et on vérifie ensemble la taille ?',
      ),
    ],
    normal: [
      challenge(
        'Reconnaître le signal',
        'Aujourd’hui, repère les signes de décision : la personne reprend l’article, parle d’usage, demande l’entretien. Propose à ce moment-là.',
        'Il vous va bien. Je vous le mets de côté à la caisse ?',
      ),
      challenge(
        'Compléter pendant l’essai',
        'À chaque essai, apporte un article qui complète le premier, avant la caisse. Explique en une phrase à quoi il sert.',
        'Essayez-le avec ceci, l’ensemble prend tout son sens.',
      ),
      challenge(
        'Résumer puis proposer',
        'Avant de conclure, résume les points que le client a aimés, puis propose. Il entend ses propres raisons.',
        'Il est léger, il vous plaît, il tient dans le sac. On le prend ?',
      ),
      challenge(
        'Je vais réfléchir',
        'Quand un client veut réfléchir, demande sur quel point. Réponds, puis laisse-le libre.',
        'Bien sûr. Sur quel point souhaitez-vous réfléchir ?',
      ),
    ],
    harder: [
      challenge(
        'Une proposition à chaque vente',
        'À chaque vente de la journée, propose un article complémentaire lié au besoin entendu. Si c’est non, remercie et passe à la suite.',
        'Vous partez en voyage : ce format se glisse partout.',
      ),
      challenge(
        'Conclure sans presser',
        'À chaque client intéressé, propose l’étape suivante et laisse un vrai silence. Le premier qui parle n’est pas toi.',
        'Je vous propose celui-ci, il répond à tout ce que vous m’avez dit.',
      ),
      challenge(
        'L’ensemble complet',
        'Présente une fois par client une tenue ou une solution complète, même s’il n’en prend qu’une partie.',
        'Voici l’ensemble comme je le verrais pour vous. Que gardez-vous ?',
      ),
      challenge(
        'Le « je repasserai »',
        'Quand on te dit « je repasserai », aide à décider maintenant : mets de côté, note la référence, donne un repère de date.',
        'Je vous le garde jusqu’à samedi à votre nom ?',
      ),
    ],
    tips: [
      'Propose, puis tais-toi : le silence travaille pour toi.',
      'Un refus porte sur l’article, pas sur toi.',
      'Le meilleur moment pour compléter est l’essai, pas la caisse.',
    ],
  },
  en: {
    easier: [
      challenge(
        'Ask once',
        'With one customer who shows interest, offer the purchase clearly today. A short sentence, then you wait for the answer.',
        'Shall we go for this one?',
      ),
      challenge(
        'The item that goes with it',
        'To a customer who is trying something, show a matching item that answers what you were told. One useful suggestion only.',
        'To keep the colour, here is the care product that goes with it.',
      ),
      challenge(
        'The simple choice',
        'When a customer hesitates between several items, put some away and leave only two. Choosing becomes easy.',
        'Of these two, which one do you see at home?',
      ),
      challenge(
        'The next step',
        'Once today, say what comes after the decision: the wrapping, the size to check, the till.',
        'I will prepare it, and we check the size together?',
      ),
    ],
    normal: [
      challenge(
        'See the signal',
        'Today, look for signs of a decision: the person picks the item again, speaks of its use, asks about its care. Offer it at that moment.',
        'It suits you. Shall I put it aside for you at the till?',
      ),
      challenge(
        'Add while they try',
        'With each try-on, bring an item that completes the first one, before the till. Explain in one sentence what it is for.',
        'Try it with this, the whole comes together.',
      ),
      challenge(
        'Sum it and offer',
        'Before you conclude, name the points that the customer liked, then offer. People hear their own reasons.',
        'It is light, you like it, it fits the bag. Shall we take it?',
      ),
      challenge(
        'I will think about it',
        'When a customer wants to think, ask about which point. Answer it, then leave them free.',
        'Of course. Which point would you like to think about?',
      ),
    ],
    harder: [
      challenge(
        'A suggestion with each sale',
        'With each sale of the day, suggest a matching item linked to the need you heard. If it is a no, say thanks and go on.',
        'You are about to travel: this size slips in anywhere.',
      ),
      challenge(
        'Conclude without pressing',
        'With each customer who shows interest, suggest the next step and leave a true silence. You are not the first to speak.',
        'I suggest this one, it answers all that you told me.',
      ),
      challenge(
        'The complete set',
        'Show each customer once a complete outfit or solution, even if only a part of it is bought.',
        'Here is the whole as I would see it for you. What do you keep?',
      ),
      challenge(
        'The “I will come back”',
        'When someone says “I will come back”, help to decide now: put it aside, note the reference, name a day.',
        'Shall I keep it until Saturday under your name?',
      ),
    ],
    tips: [
      'Suggest, then be quiet: silence works for you.',
      'A no is about the item, not about you.',
      'The best moment to add something is the try-on, not the till.',
    ],
  },
};
