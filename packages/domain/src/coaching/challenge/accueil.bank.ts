import { challenge, type PillarBank } from './template.model.ts';

/** Challenges on the welcome, from the door to the first words. */
export const accueil: PillarBank = {
  fr: {
    easier: [
      challenge(
        'Un bonjour avant le premier rayon',
        'Choisis une heure de ta journée. Pendant cette heure, dis bonjour à chaque personne avant qu’elle atteigne le premier rayon. Un regard et un mot suffisent.',
        'Bonjour, bienvenue. Prenez votre temps, je suis juste à côté.',
      ),
      challenge(
        'Les mains libres',
        'Une fois aujourd’hui, pose tout ce que tu tiens dès qu’une personne passe la porte. Montre que tu es disponible, sans te précipiter.',
        'Bonjour, je termine ici et je suis à vous.',
      ),
      challenge(
        'Le sourire qui reconnaît',
        'Repère une personne déjà venue et montre-lui que tu l’as reconnue. Un détail de sa dernière visite vaut mieux qu’une formule.',
        'Bonjour, quel plaisir de vous revoir. Est-ce que votre achat vous plaît toujours ?',
      ),
      challenge(
        'Un pas vers la vitrine',
        'Quand quelqu’un s’arrête devant la vitrine puis entre, fais un pas dans sa direction et parle de ce qu’il regardait.',
        'Bonjour, vous regardiez la vitrine. Je vous montre l’article de plus près ?',
      ),
    ],
    normal: [
      challenge(
        'Une phrase rien que pour toi',
        'Remplace « je peux vous aider ? » par une phrase d’accueil à toi, qui parle du magasin ou du moment. Garde-la toute la journée et observe les réponses.',
        'Bonjour, vous arrivez bien : nous venons de mettre ces modèles en place.',
      ),
      challenge(
        'Accueillir pendant une vente',
        'Quand tu es avec un client et qu’une autre personne entre, salue-la d’un regard et d’un mot. Elle sait qu’elle est attendue, et ton client garde sa place.',
        'Bonjour, je termine ici et je viens vous voir.',
      ),
      challenge(
        'Le bon moment',
        'Après le bonjour, laisse la personne respirer. Reviens au premier signe : elle touche un article, cherche une étiquette, lève les yeux.',
        'Vous avez repéré ce modèle. Qu’est-ce qui vous attire en lui ?',
      ),
      challenge(
        'Toute la famille est cliente',
        'Aujourd’hui, salue aussi les personnes qui accompagnent. Adresse un mot à chacune avant de parler d’article.',
        'Bonjour à vous aussi. Vous venez donner votre avis ?',
      ),
    ],
    harder: [
      challenge(
        'Personne ne passe sans un mot',
        'Toute la journée, chaque personne qui passe près de toi reçoit un bonjour et un regard, même pendant le rangement. Note ce soir ce qui t’en a empêché.',
        'Bonjour, je range ce rayon. Dites-moi si vous cherchez quelque chose ici.',
      ),
      challenge(
        'Du bonjour à la conversation',
        'À chaque accueil, ajoute une remarque qui appelle autre chose que oui ou non. Le but : que la personne te parle avant de te demander quelque chose.',
        'Bonjour. Qu’est-ce qui vous amène chez nous aujourd’hui ?',
      ),
      challenge(
        'Accueillir celui qui ne veut rien',
        'Quand on te dit « je regarde seulement », remercie, donne un repère utile, puis reviens plus tard avec une vraie information.',
        'Très bien, regardez tranquillement. Les nouveautés sont au fond à gauche.',
      ),
      challenge(
        'L’accueil dans la file',
        'Aux heures chargées, va vers les personnes qui attendent. Dis-leur ce qui va se passer et propose une aide pendant l’attente.',
        'Bonjour, je m’occupe de vous juste après. Puis-je déjà sortir votre taille ?',
      ),
    ],
    tips: [
      'Respire avant d’aller vers la personne : le ton compte plus que les mots.',
      'Regarde d’abord, parle ensuite.',
      'Garde une distance confortable et oriente-toi un peu de côté.',
    ],
  },
  en: {
    easier: [
      challenge(
        'Hello before the first aisle',
        'Choose one hour of your day. During that hour, say hello to each person before the first aisle. A look and a word are enough.',
        'Hello and welcome. Take your time, I am right here.',
      ),
      challenge(
        'Free hands',
        'Once today, put down all that you hold when someone comes through the door. Show that you are available, without rushing.',
        'Hello, I am just finishing here and then I am all yours.',
      ),
      challenge(
        'The smile that recognises',
        'Spot someone who has been here before and show that you remember. A detail of the last visit is worth more than a set phrase.',
        'Hello, good to see you again. Are you still happy with what you bought?',
      ),
      challenge(
        'A step towards the window',
        'When someone stops at the window and then walks in, take a step towards that person and speak of what was being looked at.',
        'Hello, you were looking at the window. Shall I show you the item from close by?',
      ),
    ],
    normal: [
      challenge(
        'A line of your own',
        'Replace “can I help you?” with a welcome of your own that speaks of the shop or of the moment. Keep it all day and watch the answers.',
        'Hello, your timing is good: we have just put these models out.',
      ),
      challenge(
        'Welcome during a sale',
        'When you are with a customer and someone else walks in, greet that person with a look and a word. Your customer keeps the first place.',
        'Hello, I am finishing here and then I will come to you.',
      ),
      challenge(
        'The right moment',
        'After the hello, let people breathe. Come back at the first sign: a hand on an item, a search for a label, a look up.',
        'You have spotted this model. What do you like about it?',
      ),
      challenge(
        'Everyone in the group counts',
        'Today, greet the people who come along as well. Say a word to each of them before you speak of any item.',
        'Hello to you too. Are you here to give your opinion?',
      ),
    ],
    harder: [
      challenge(
        'Nobody goes by without a word',
        'All day, each person who comes near you gets a hello and a look, even while you tidy up. Tonight, note what kept you from it.',
        'Hello, I am tidying this shelf. Tell me if you are looking for something here.',
      ),
      challenge(
        'From hello to conversation',
        'With each welcome, add a remark that calls for more than yes or no. The aim: that people talk to you before they ask for something.',
        'Hello. What brings you to us today?',
      ),
      challenge(
        'Welcome those who want nothing',
        'When someone says “just looking”, say thanks, give a useful pointer, and come back later with something worth knowing.',
        'Of course, take a look around. The new arrivals are at the back on the left.',
      ),
      challenge(
        'Welcome in the queue',
        'At busy hours, walk to the people who wait. Tell them what will happen and offer a small help in the meantime.',
        'Hello, I will be with you right after. May I fetch your size already?',
      ),
    ],
    tips: [
      'Take a breath before you walk over: the tone counts more than the words.',
      'Look first, speak after.',
      'Keep a comfortable distance and stand slightly to the side.',
    ],
  },
};
