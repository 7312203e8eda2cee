import { challenge, type PillarBank } from './template.model.ts';

/** Challenges on showing and explaining articles. */
export const argumentation: PillarBank = {
  fr: {
    easier: [
      challenge(
        'Un article, un bénéfice',
        'Choisis un article avant l’ouverture et trouve ce qu’il change pour la personne qui l’achète. Dis-le à un client aujourd’hui.',
        'Avec celui-ci, vous n’aurez plus à y penser le matin.',
      ),
      challenge(
        'Mettre en main',
        'Une fois aujourd’hui, donne l’article au client avant d’en parler. Laisse-le toucher, peser, regarder.',
        'Tenez, prenez-le en main. Que ressentez-vous ?',
      ),
      challenge(
        'Le mot juste',
        'Remplace un mot technique par un mot de tous les jours. Vérifie que le client hoche la tête.',
        'En clair, l’eau glisse dessus et vous restez au sec.',
      ),
      challenge(
        'La comparaison honnête',
        'Montre deux articles à un client et dis ce que chacun fait mieux. Il choisit, tu éclaires.',
        'Celui-ci est plus léger, celui-là tient plus longtemps. Lequel vous ressemble ?',
      ),
    ],
    normal: [
      challenge(
        'Relier à ce qui a été dit',
        'À chaque article montré, commence par « vous m’avez dit que… ». L’argument part de la personne, pas de la fiche.',
        'Vous m’avez dit que vous marchez beaucoup : regardez cette semelle.',
      ),
      challenge(
        'Faire essayer',
        'Propose l’essai ou la démonstration à chaque client intéressé. Prépare la place et sors l’article de sa boîte.',
        'Je vous l’installe ici, vous verrez tout de suite la différence.',
      ),
      challenge(
        'Un seul argument fort',
        'Pour chaque article, garde l’argument qui répond au besoin et tais les autres. Observe ce que le client reprend.',
        'Pour vous, le point qui compte est sa légèreté.',
      ),
      challenge(
        'Accueillir le doute',
        'Quand un client hésite, remercie-le de le dire, demande ce qui le retient, puis réponds à ce point seulement.',
        'Je comprends. Qu’est-ce qui vous retient : la matière ou l’entretien ?',
      ),
    ],
    harder: [
      challenge(
        'Raconter l’usage',
        'Décris à chaque client un moment précis où l’article lui servira. Une scène courte vaut mieux qu’une liste.',
        'Dimanche, vous le sortez du sac, il est prêt tout de suite.',
      ),
      challenge(
        'Le modèle au-dessus',
        'Quand le besoin le justifie, montre aussi l’article supérieur et explique ce qu’il apporte. Laisse le client comparer librement.',
        'Celui-ci va plus loin sur la durée. Je vous montre pourquoi ?',
      ),
      challenge(
        'Répondre à un avis lu ailleurs',
        'Quand on te cite un avis, écoute en entier, reconnais ce qui est vrai, puis montre le fait sur l’article.',
        'C’est un point souvent cité. Regardez ici comment il a été renforcé.',
      ),
      challenge(
        'Le prix après la valeur',
        'Aujourd’hui, annonce le prix après avoir montré ce que l’article apporte, et dans une phrase simple. Puis laisse parler le client.',
        'Il vous suivra des années. Il est à ce prix-là, garantie comprise.',
      ),
    ],
    tips: [
      'Montre du geste ce que tu dis.',
      'Un argument à la fois : le client retient mieux.',
      'Si tu ne sais pas, dis-le et va vérifier avec le client.',
    ],
  },
  en: {
    easier: [
      challenge(
        'One item, one benefit',
        'Choose an item before the shop opens and find what it changes for the person who buys it. Tell one customer today.',
        'With this one, you will not have to think about it in the morning.',
      ),
      challenge(
        'Into their hands',
        'Once today, hand the item to the customer before you speak of it. Let people touch it, weigh it, look at it.',
        'Here, take it in your hand. How does it feel?',
      ),
      challenge(
        'The plain word',
        'Replace a technical word with an everyday word. Check that the customer nods.',
        'In plain words, water runs off and you stay dry.',
      ),
      challenge(
        'The honest comparison',
        'Show two items to a customer and say what each does better. The choice is theirs, the light is yours.',
        'This one is lighter, that one lasts longer. Which is more like you?',
      ),
    ],
    normal: [
      challenge(
        'Link it to what was said',
        'With each item you show, begin with “you told me that…”. The argument starts from the person, not from the label.',
        'You told me that you walk a lot: look at this sole.',
      ),
      challenge(
        'Let people try',
        'Offer a try or a demonstration to each customer who shows interest. Clear the space and take the item out of its box.',
        'I will set it up here, you will see the difference at once.',
      ),
      challenge(
        'A single strong argument',
        'For each item, keep the argument that answers the need and leave out the others. Watch what the customer repeats.',
        'For you, the point that matters is how light it is.',
      ),
      challenge(
        'Welcome the doubt',
        'When a customer hesitates, say thanks for the honesty, ask what holds them back, then answer that point alone.',
        'I understand. What holds you back: the material or the care it needs?',
      ),
    ],
    harder: [
      challenge(
        'Tell the use',
        'Describe to each customer a precise moment when the item will serve. A short scene is better than a list.',
        'On Sunday you take it out of the bag and it is ready at once.',
      ),
      challenge(
        'The model above',
        'When the need calls for it, show the superior item too and explain what it brings. Let the customer compare freely.',
        'This one goes further over time. Shall I show you why?',
      ),
      challenge(
        'Answer a review read elsewhere',
        'When someone quotes a review, listen to all of it, grant what is true, then show the fact on the item.',
        'That point comes up often. Look here at how it was reinforced.',
      ),
      challenge(
        'The price after the value',
        'Today, state the price after you have shown what the item brings, in a simple sentence. Then let the customer speak.',
        'It will be with you for years. That is its price, warranty included.',
      ),
    ],
    tips: [
      'Show with your hands what you say.',
      'One argument at a time: people remember it better.',
      'If you do not know, say so and look it up with the customer.',
    ],
  },
};
