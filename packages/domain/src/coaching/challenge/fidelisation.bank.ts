import { challenge, type PillarBank } from './template.model.ts';

/** Challenges on giving a reason to come back. */
export const fidelisation: PillarBank = {
  fr: {
    easier: [
      challenge(
        'Un au revoir qui compte',
        'Termine une vente avec une phrase personnelle, liée à ce que le client t’a raconté.',
        'Bon voyage, et dites-moi à votre retour s’il vous a bien suivi.',
      ),
      challenge(
        'La carte comme un service',
        'Présente la carte de fidélité à une personne en disant à quoi elle lui sert. Si c’est non, souris et passe à la suite.',
        'Avec la carte, vous gardez vos tickets et vos tailles. Je vous la crée ?',
      ),
      challenge(
        'Le conseil d’entretien',
        'Donne à un client un conseil pour garder son achat longtemps. Il reviendra vers la personne qui l’a bien conseillé.',
        'Lavez-le à froid la première fois, la couleur tiendra mieux.',
      ),
      challenge(
        'Se souvenir',
        'Après une visite, note ce que la personne cherchait, sans rien de privé : le style, la taille, la couleur. Relis-le demain.',
        'La dernière fois, vous cherchiez ce modèle en bleu. Il est arrivé.',
      ),
    ],
    normal: [
      challenge(
        'Une raison de revenir',
        'À la fin de chaque vente, donne une raison vraie de revenir : une arrivée, un réglage, un conseil à compléter.',
        'La nouvelle collection arrive mardi, passez la voir.',
      ),
      challenge(
        'Le fichier bien tenu',
        'Aujourd’hui, propose à chaque acheteur d’être prévenu de ce qui l’intéresse. Demande son accord et note juste ce qu’il faut.',
        'Voulez-vous que je vous prévienne quand votre taille sera là ?',
      ),
      challenge(
        'Après un souci',
        'Si un client revient avec un problème, écoute, dis ce que tu vas faire et pour quand. Un souci bien réglé crée un client fidèle.',
        'Je regarde tout de suite, et je vous rappelle avant ce soir.',
      ),
      challenge(
        'Ton prénom',
        'À la fin de la vente, donne ton prénom et tes jours de présence. Le client sait qui demander.',
        'Demandez-moi la prochaine fois, je suis là du mardi au samedi.',
      ),
    ],
    harder: [
      challenge(
        'Fidéliser sans vente',
        'Aux personnes qui repartent sans achat, laisse un bon souvenir : un conseil, une adresse dans le magasin, une date d’arrivée.',
        'Celui-ci n’est pas pour vous aujourd’hui. Revenez jeudi, j’aurai reçu l’autre.',
      ),
      challenge(
        'La carte après un premier non',
        'Quand on te dit non pour la carte, demande ce qui gêne et réponds avec un fait. Puis respecte la décision.',
        'Je comprends. Sachez seulement que l’échange est plus simple avec elle.',
      ),
      challenge(
        'Des nouvelles de l’achat',
        'À chaque client qui revient, demande des nouvelles de son dernier achat avant de parler du suivant.',
        'Comment se passe votre dernier achat ? Vous l’utilisez souvent ?',
      ),
      challenge(
        'Le rendez-vous en magasin',
        'Propose aujourd’hui à un bon client de préparer sa prochaine visite : tu sors les articles avant qu’il arrive.',
        'Dites-moi quand vous passez, je vous prépare une sélection.',
      ),
    ],
    tips: [
      'Promets peu et tiens-le.',
      'Demande toujours l’accord avant de noter quelque chose.',
      'Le dernier mot de la visite reste en mémoire : soigne-le.',
    ],
  },
  en: {
    easier: [
      challenge(
        'A goodbye that counts',
        'End a sale with a personal sentence, linked to what the customer told you.',
        'Have a good trip, and tell me when you are back how it went.',
      ),
      challenge(
        'The card as a service',
        'Present the loyalty card to one person by saying what it is good for. If it is a no, smile and go on.',
        'The card keeps your receipts and your sizes. Shall I create it for you?',
      ),
      challenge(
        'The care advice',
        'Give one customer a hint to make the purchase last. People return to those who advised them well.',
        'Wash it cold the first time, the colour will last longer.',
      ),
      challenge(
        'Remember',
        'After a visit, note what the person was looking for, nothing private: the style, the size, the colour. Read it again tomorrow.',
        'Last time you were looking for this model in blue. It has arrived.',
      ),
    ],
    normal: [
      challenge(
        'A reason to come back',
        'At the end of each sale, give a true reason to come back: an arrival, an adjustment, some advice to complete.',
        'The new collection arrives on Tuesday, come and see it.',
      ),
      challenge(
        'A well-kept file',
        'Today, offer each buyer to be told about what interests them. Ask for their consent and note only what is needed.',
        'Would you like me to let you know when your size is here?',
      ),
      challenge(
        'After a problem',
        'If a customer returns with a problem, listen, say what you will do and by when. A problem well solved makes a loyal customer.',
        'I will look at it right now, and I will call you before tonight.',
      ),
      challenge(
        'Your name',
        'At the end of the sale, give your first name and the days when you are in. The customer knows whom to ask for.',
        'Ask for me next time, I am here from Tuesday to Saturday.',
      ),
    ],
    harder: [
      challenge(
        'Loyalty without a sale',
        'To people who leave without a purchase, leave a good memory: a hint, a place in the shop, a date of arrival.',
        'This one is not for you today. Come back on Thursday, the other will be here.',
      ),
      challenge(
        'The card after a first no',
        'When someone says no to the card, ask what bothers them and answer with a fact. Then respect the decision.',
        'I understand. Just know that exchanges are simpler with it.',
      ),
      challenge(
        'News of the purchase',
        'With each customer who returns, ask about the last purchase before you speak of the next one.',
        'How is your last purchase doing? Do you use it often?',
      ),
      challenge(
        'An appointment in the shop',
        'Offer a good customer today to prepare the next visit: you take the items out before they arrive.',
        'Tell me when you are coming and I will prepare a selection.',
      ),
    ],
    tips: [
      'Promise little and keep it.',
      'Always ask for consent before you note something.',
      'The last word of a visit stays in the memory: take care with it.',
    ],
  },
};
