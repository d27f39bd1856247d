import { task, type Profession } from './profession';

/** Work beside the studies or in summer, which asks for no degree. */
export const studentJobs = {
  waiter: {
    en: 'waiter',
    fr: { masculine: 'serveur', feminine: 'serveuse' },
    tasks: [
      task('set the tables and welcome guests', 'dresser les tables et accueillir les clients'),
      task('take orders and advise on the menu', 'prendre les commandes et conseiller la carte'),
      task('serve dishes and drinks', 'servir les plats et les boissons'),
      task('take payments', 'encaisser'),
      task('tidy the room at the end of the service', 'ranger la salle en fin de service'),
    ],
    skills: ['tableService', 'cashHandling', 'foodHygiene', 'english', 'customerRelations'],
  },
  barista: {
    en: 'barista',
    fr: { masculine: 'barista', feminine: 'barista' },
    tasks: [
      task('prepare coffees, teas and pastries', 'préparer les cafés, les thés et les pâtisseries'),
      task('welcome customers at the counter', 'accueillir les clients au comptoir'),
      task('clean the machine every evening', 'nettoyer la machine chaque soir'),
      task('hold the till', 'tenir la caisse'),
      task('keep the display case attractive', 'garder une vitrine appétissante'),
    ],
    skills: ['coffee', 'cashHandling', 'foodHygiene', 'customerRelations', 'english'],
  },
  kitchenHand: {
    en: 'kitchen hand',
    fr: { masculine: 'commis de cuisine', feminine: 'commise de cuisine' },
    tasks: [
      task('peel, cut and weigh the ingredients', 'éplucher, couper et peser les ingrédients'),
      task('prepare starters and desserts', 'préparer les entrées et les desserts'),
      task('check deliveries', 'contrôler les livraisons'),
      task('wash up and clean the work tops', 'faire la plonge et nettoyer les plans de travail'),
      task('help the chef during the rush', 'épauler le chef pendant le coup de feu'),
    ],
    skills: ['cooking', 'foodHygiene', 'inventory'],
  },
  shopAssistant: {
    en: 'shop assistant',
    fr: { masculine: 'vendeur', feminine: 'vendeuse' },
    tasks: [
      task('welcome and advise customers', 'accueillir et conseiller les clients'),
      task('stock the shelves', 'mettre les produits en rayon'),
      task('work at the till', 'travailler en caisse'),
      task('prepare orders placed online', 'préparer les commandes passées en ligne'),
      task('help with the stocktaking', "participer à l'inventaire"),
    ],
    skills: ['sales', 'cashHandling', 'merchandising', 'customerRelations', 'inventory', 'english'],
  },
  receptionist: {
    en: 'receptionist',
    fr: { masculine: 'réceptionniste', feminine: 'réceptionniste' },
    tasks: [
      task('welcome travellers day and evening', 'accueillir les voyageurs en journée et en soirée'),
      task('answer calls and emails', 'répondre aux appels et aux courriels'),
      task('manage bookings', 'gérer les réservations'),
      task('suggest walks and visits', 'proposer des balades et des visites'),
      task('prepare the bills', 'préparer les factures'),
    ],
    skills: ['welcoming', 'phone', 'english', 'german', 'spanish', 'cashHandling'],
  },
  privateTutor: {
    en: 'private tutor',
    fr: { masculine: 'professeur particulier', feminine: 'professeure particulière' },
    tasks: [
      task('help pupils with their homework', 'aider des élèves à faire leurs devoirs'),
      task('explain what was not understood in class', "expliquer ce qui n'a pas été compris en cours"),
      task('prepare pupils for exams', 'préparer les élèves aux examens'),
      task('choose exercises for each level', 'choisir des exercices pour chaque niveau'),
      task('tell the parents about progress', 'informer les parents des progrès'),
    ],
    skills: ['pedagogy', 'mathematics', 'english', 'spanish', 'german'],
  },
  youthLeader: {
    en: 'youth leader',
    fr: { masculine: 'animateur jeunesse', feminine: 'animatrice jeunesse' },
    tasks: [
      task('look after a group of children', "encadrer un groupe d'enfants"),
      task('invent games and creative workshops', 'inventer des jeux et des ateliers créatifs'),
      task('take the group on outings', 'accompagner le groupe en sortie'),
      task('prepare snacks', 'préparer les goûters'),
      task('talk with the families', 'échanger avec les familles'),
    ],
    skills: ['childCare', 'groupActivities', 'firstAid', 'pedagogy', 'drivingLicence'],
  },
  bikeCourier: {
    en: 'bike courier',
    fr: { masculine: 'coursier à vélo', feminine: 'coursière à vélo' },
    tasks: [
      task('deliver meals and parcels by cargo bike', 'livrer des repas et des colis à vélo cargo'),
      task('plan your round', 'organiser votre tournée'),
      task('check your bike before you leave', 'vérifier votre vélo avant le départ'),
      task('hand parcels over with a smile', 'remettre les colis avec le sourire'),
      task('report problems at once', 'signaler aussitôt les difficultés'),
    ],
    skills: ['cycling', 'customerRelations', 'transport', 'phone'],
  },
  orderPicker: {
    en: 'order picker',
    fr: { masculine: 'préparateur de commandes', feminine: 'préparatrice de commandes' },
    tasks: [
      task('pick and pack the ordered goods', 'prélever et emballer les produits commandés'),
      task('check quantities', 'contrôler les quantités'),
      task('load the lorries', 'charger les camions'),
      task('put deliveries away', 'ranger les arrivages'),
      task('keep your area clean and safe', 'garder votre zone propre et sûre'),
    ],
    skills: ['orderPicking', 'inventory', 'drivingLicence', 'lean'],
  },
  customerAdviser: {
    en: 'customer adviser',
    fr: { masculine: 'conseiller clientèle', feminine: 'conseillère clientèle' },
    tasks: [
      task('answer customers by phone and chat', 'répondre aux clients par téléphone et messagerie'),
      task('solve delivery and billing problems', 'résoudre les problèmes de livraison et de facturation'),
      task('write down every request', 'consigner chaque demande'),
      task('call dissatisfied customers back', 'rappeler les clients mécontents'),
      task('pass ideas on to the other teams', 'transmettre les idées aux autres équipes'),
    ],
    skills: ['phone', 'customerRelations', 'crm', 'english', 'german', 'writing'],
  },
  eventHost: {
    en: 'event host',
    fr: { masculine: "hôte d'accueil", feminine: "hôtesse d'accueil" },
    tasks: [
      task('welcome visitors and give out badges', 'accueillir les visiteurs et remettre les badges'),
      task('show people to their seats', 'placer le public'),
      task('answer questions in French and in English', 'répondre aux questions en français et en anglais'),
      task('look after the cloakroom', 'tenir le vestiaire'),
      task('count those present', 'compter les présents'),
    ],
    skills: ['welcoming', 'english', 'spanish', 'eventPlanning', 'firstAid'],
  },
  museumAttendant: {
    en: 'museum attendant',
    fr: { masculine: "agent d'accueil de musée", feminine: "agente d'accueil de musée" },
    tasks: [
      task('welcome and guide the public', 'accueillir et orienter le public'),
      task('watch over the rooms', 'surveiller les salles'),
      task('sell tickets and books', 'vendre des billets et des livres'),
      task('present one work every hour', 'présenter une œuvre chaque heure'),
      task('help school groups', 'aider les groupes scolaires'),
    ],
    skills: ['welcoming', 'cashHandling', 'english', 'storytelling', 'firstAid'],
  },
} satisfies Record<string, Profession>;
