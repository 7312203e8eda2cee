import { challenge, type PillarBank } from './template.model.ts';

/** Challenges on finding out what the customer needs. */
export const decouverte: PillarBank = {
  fr: {
    easier: [
      challenge(
        'Une question ouverte',
        'Avec un client aujourd’hui, pose une question qui commence par « qu’est-ce que » ou « comment » avant de montrer un article.',
        'Qu’est-ce qui compte le plus pour vous dans cet achat ?',
      ),
      challenge(
        'L’occasion',
        'Demande une fois pour quelle occasion la personne cherche. La réponse te dira quoi montrer en premier.',
        'C’est pour une occasion particulière ou pour tous les jours ?',
      ),
      challenge(
        'Le silence utile',
        'Après une question, compte en silence jusqu’à ce que le client reprenne. Ne remplis pas le vide : c’est souvent là que le vrai besoin sort.',
        'Comment l’utilisez-vous aujourd’hui ?',
      ),
      challenge(
        'Pour qui ?',
        'Une fois aujourd’hui, vérifie pour qui est l’achat avant de conseiller. Un cadeau ne se choisit pas comme un achat pour soi.',
        'C’est pour vous ou pour offrir ?',
      ),
    ],
    normal: [
      challenge(
        'Reformuler avant de montrer',
        'Toute la journée, redis le besoin avec les mots du client avant d’aller chercher un article. Attends son accord.',
        'Si je comprends bien, vous voulez quelque chose de léger et de solide. C’est cela ?',
      ),
      challenge(
        'Ce qu’il a déjà',
        'Demande ce que la personne utilise aujourd’hui et ce qui lui manque. Tu proposeras mieux, et elle comparera moins.',
        'Qu’est-ce que vous avez en ce moment, et qu’est-ce qui vous gêne ?',
      ),
      challenge(
        'Une question, une réponse, une question',
        'Construis ta deuxième question sur la première réponse. Pas de liste apprise : tu suis ce que le client vient de dire.',
        'Vous parlez de confort : à quel moment de la journée y pensez-vous ?',
      ),
      challenge(
        'Ce qui ferait renoncer',
        'Avant de montrer, demande ce que la personne ne veut surtout pas. Tu évites un détour et tu gagnes sa confiance.',
        'Y a-t-il quelque chose que vous ne voulez surtout pas ?',
      ),
    ],
    harder: [
      challenge(
        'Deux questions avant chaque article',
        'Aujourd’hui, aucun article ne sort avant deux questions ouvertes. Si le client est pressé, pose-les en marchant vers le rayon.',
        'Comment allez-vous vous en servir, et qu’est-ce qui compte le plus ?',
      ),
      challenge(
        'Découvrir celui qui sait déjà',
        'Quand on te demande un article précis, donne-le, puis demande ce qui l’a fait choisir. Tu sauras quoi ajouter ou corriger.',
        'Bon choix. Qu’est-ce qui vous a décidé pour celui-ci ?',
      ),
      challenge(
        'Écouter tout le groupe',
        'Quand plusieurs personnes sont là, pose une question à chacune. La personne qui se tait décide souvent.',
        'Et vous, qu’en pensez-vous ?',
      ),
      challenge(
        'Le besoin derrière la demande',
        'À chaque demande, cherche à quoi l’article va servir. Reformule ce but, pas l’article.',
        'Donc ce que vous cherchez, c’est être tranquille pour tout le voyage ?',
      ),
    ],
    tips: [
      'Une question à la fois, puis laisse la place.',
      'Hoche la tête et garde le regard : écouter se voit.',
      'Les mots du client valent mieux que ceux de la fiche.',
    ],
  },
  en: {
    easier: [
      challenge(
        'An open question',
        'With one customer today, ask a question that begins with “what” or “how” before you show an item.',
        'What matters most to you in this purchase?',
      ),
      challenge(
        'The occasion',
        'Ask once what occasion the person has in mind. The answer will tell you what to show first.',
        'Is it for a special occasion or for every day?',
      ),
      challenge(
        'The useful silence',
        'After a question, wait until the customer goes on. Do not fill the gap: the real need often comes out there.',
        'How do you use it today?',
      ),
      challenge(
        'For whom?',
        'Once today, check for whom the purchase is before you advise. A gift is not chosen like something for yourself.',
        'Is it for you or is it a gift?',
      ),
    ],
    normal: [
      challenge(
        'Say it back before you show',
        'All day, say the need again in the customer’s words before you fetch an item. Wait for the nod.',
        'If I understand you well, you want something light and solid. Is that it?',
      ),
      challenge(
        'What is there already',
        'Ask what the person uses today and what is missing. You will suggest better, and there will be less to compare.',
        'What do you have at the moment, and what bothers you about it?',
      ),
      challenge(
        'Question, answer, question',
        'Build your next question on the answer you just got. No list learnt by heart: you follow what the customer said.',
        'You speak of comfort: at what moment of the day does it matter?',
      ),
      challenge(
        'What would be a no',
        'Before you show anything, ask what the person does not want at all. You save a detour and you earn trust.',
        'Is there anything that you really do not want?',
      ),
    ],
    harder: [
      challenge(
        'Two questions before each item',
        'Today, no item comes out before two open questions. If the customer is in a hurry, ask them on the way to the shelf.',
        'How are you going to use it, and what matters most?',
      ),
      challenge(
        'Discover those who know already',
        'When someone asks for a precise item, hand it over, then ask what led to that choice. You will know what to add or to correct.',
        'Good choice. What made you decide for this one?',
      ),
      challenge(
        'Listen to the whole group',
        'When more than one person is there, ask each of them a question. The silent one often decides.',
        'And you, what do you think?',
      ),
      challenge(
        'The need behind the request',
        'With each request, look for what the item is meant to do. Say that aim again, not the item.',
        'So what you are looking for is peace of mind for the whole trip?',
      ),
    ],
    tips: [
      'One question at a time, then leave room.',
      'Nod and keep your eyes on the person: listening shows.',
      'The customer’s words are better than those on the label.',
    ],
  },
};
