import type { PictureKey } from '../pictures';
import type { Bilingual } from '../text/language';
import type { ProfessionKey } from './professions';

/** A kind of company within a sector. */
export interface Business {
  /** `*` stands for one of the `companyRoots`. */
  readonly companyName: string;
  /** What follows the company's name in a sentence. */
  readonly activity: Bilingual;
}

/** What companies live by. */
export interface Sector {
  /** In French, as the site's lists show it. */
  readonly label: string;
  /** What its offers show on their covers. */
  readonly picture: PictureKey;
  readonly businesses: readonly Business[];
  readonly professions: readonly ProfessionKey[];
}

/** Invented names that companies are called by. */
export const companyRoots: readonly string[] = (
  'Altéo Novéa Kerlann Lumina Boréal Hélion Orphée Cap-Ouest Solstice Belvédère Montclar Valmont Argos Nautilia Elyor ' +
  'Sylvane Miralou Quintessa Tramontane Ardéo Calypso Vauban Rivage Pléiade Cassiopée Estérel Corméa Luberia Maréo Olympe ' +
  'Pergame Sirocco Thalvia Ulysséa Verlaine Yséa Zéphyr Arvor Clairlieu Delorme Escale Fontbelle Grandval Harmonia Iroise'
).split(' ');

const business = (companyName: string, en: string, fr: string): Business => ({ companyName, activity: { en, fr } });

// prettier-ignore
export const sectors: readonly Sector[] = [
  {
    label: 'Logiciels',
    picture: 'office',
    businesses: [
      business('* Logiciels', 'publishes management software for small businesses', 'édite des logiciels de gestion pour les petites entreprises'),
      business('*Soft', 'develops online services for local authorities', 'développe des services en ligne pour les collectivités'),
      business('* Data', 'helps retailers understand their data', 'aide les commerçants à comprendre leurs données'),
      business('* Cloud', 'secures the networks of hospitals and schools', 'sécurise les réseaux des hôpitaux et des écoles'),
    ],
    professions: [
      'webDeveloper', 'mobileDeveloper', 'dataAnalyst', 'machineLearningEngineer', 'securityAnalyst', 'systemsAdministrator',
      'uxDesigner', 'projectAssistant', 'marketingAssistant', 'hrAssistant', 'salesRepresentative', 'customerAdviser',
    ],
  },
  {
    label: 'Banque et assurance',
    picture: 'office',
    businesses: [
      business('* Assurances', 'has insured families and craftspeople for fifty years', 'assure depuis cinquante ans des familles et des artisans'),
      business('Banque *', 'finances the projects of local companies', 'finance les projets des entreprises de la région'),
      business('Crédit *', 'manages the savings of 200,000 members', "gère l'épargne de 200 000 sociétaires"),
    ],
    professions: [
      'financialAnalyst', 'accountingAssistant', 'managementController', 'legalAssistant', 'dataAnalyst', 'securityAnalyst',
      'communicationOfficer', 'hrAssistant', 'customerAdviser', 'uxDesigner',
    ],
  },
  {
    label: 'Énergie et environnement',
    picture: 'field',
    businesses: [
      business('Solaire *', 'designs solar power stations run by citizens', 'conçoit des centrales solaires portées par des citoyens'),
      business('* Énergies', 'advises towns on the renovation of their buildings', 'conseille les villes pour rénover leurs bâtiments'),
      business('* Environnement', 'protects rivers and wetlands', 'protège les rivières et les zones humides'),
      business('* Recyclage', 'collects and recycles electronic waste', 'collecte et recycle les déchets électroniques'),
    ],
    professions: [
      'energyEngineer', 'environmentOfficer', 'projectAssistant', 'siteEngineer', 'communicationOfficer', 'buyer',
      'accountingAssistant', 'dataAnalyst',
    ],
  },
  {
    label: 'Industrie',
    picture: 'workshop',
    businesses: [
      business('* Aéro', 'makes precision parts for aircraft', "fabrique des pièces de précision pour l'aéronautique"),
      business('* Robotique', 'builds robots for small workshops', 'construit des robots pour les petits ateliers'),
      business('* Cycles', 'produces bicycles and electric motors', 'produit des vélos et des moteurs électriques'),
      business('* Instruments', 'manufactures measuring instruments', 'fabrique des instruments de mesure'),
    ],
    professions: [
      'mechanicalEngineer', 'embeddedEngineer', 'automationTechnician', 'qualityEngineer', 'buyer', 'logisticsPlanner',
      'managementController', 'hrAssistant', 'salesRepresentative', 'orderPicker',
    ],
  },
  {
    label: 'Santé',
    picture: 'laboratory',
    businesses: [
      business('* Biotech', 'develops treatments for rare diseases', 'développe des traitements contre des maladies rares'),
      business('Clinique *', 'cares for 20,000 patients a year', 'soigne 20 000 patients par an'),
      business('* Santé', 'makes medical devices for use at home', 'fabrique des dispositifs médicaux pour le domicile'),
      business('Laboratoire *', 'carries out analyses for doctors in the region', 'réalise des analyses pour les médecins de la région'),
    ],
    professions: [
      'laboratoryTechnician', 'clinicalResearchAssistant', 'biomedicalEngineer', 'dietitian', 'qualityEngineer', 'dataAnalyst',
      'systemsAdministrator', 'hrAssistant', 'legalAssistant', 'kitchenHand',
    ],
  },
  {
    label: 'Commerce',
    picture: 'counter',
    businesses: [
      business('* Sports', 'runs twelve shops of sports equipment', "tient douze magasins d'articles de sport"),
      business('Marché *', 'sells organic food, loose and local', 'vend des produits bio, locaux et en vrac'),
      business('Librairie *', 'sells books and comics in three bookshops', 'vend des livres et des bandes dessinées dans trois librairies'),
      business('Friperie *', 'offers second-hand clothes in town and online', 'propose des vêtements de seconde main en ville et en ligne'),
    ],
    professions: [
      'shopAssistant', 'orderPicker', 'customerAdviser', 'marketingAssistant', 'communityManager', 'buyer', 'logisticsPlanner',
      'webDeveloper', 'graphicDesigner',
    ],
  },
  {
    label: 'Hôtellerie et restauration',
    picture: 'counter',
    businesses: [
      business('Hôtel *', 'welcomes travellers in the heart of the city', 'accueille les voyageurs au cœur de la ville'),
      business('Brasserie *', 'serves seasonal dishes made on the spot', 'sert une cuisine de saison faite sur place'),
      business('Café *', 'roasts its own coffee and bakes its own cakes', 'torréfie son café et cuit ses gâteaux'),
    ],
    professions: [
      'waiter', 'barista', 'kitchenHand', 'receptionist', 'eventAssistant', 'communityManager', 'accountingAssistant',
    ],
  },
  {
    label: 'Médias et culture',
    picture: 'stage',
    businesses: [
      business('Radio *', 'tells the stories of people who change their region', 'raconte celles et ceux qui font bouger leur région'),
      business('* Productions', 'produces documentaries for television and the web', 'tourne des documentaires pour la télévision et le web'),
      business('Collection *', 'shows young artists in exhibitions open to all', 'expose de jeunes artistes et ouvre ses portes à tous les publics'),
      business('Plume *', 'publishes books for young readers', 'publie des livres pour la jeunesse'),
    ],
    professions: [
      'journalist', 'videoEditor', 'graphicDesigner', 'communityManager', 'communicationOfficer', 'eventAssistant',
      'museumAttendant', 'eventHost', 'webDeveloper',
    ],
  },
  {
    label: 'Architecture et bâtiment',
    picture: 'house',
    businesses: [
      business('Atelier *', 'designs timber schools and housing', 'conçoit des écoles et des logements en bois'),
      business('* Patrimoine', 'restores old buildings', 'restaure des bâtiments anciens'),
      business('* Construction', 'builds low-energy houses', 'construit des maisons à basse consommation'),
    ],
    professions: [
      'architectAssistant', 'siteEngineer', 'energyEngineer', 'accountingAssistant', 'projectAssistant', 'buyer',
      'graphicDesigner',
    ],
  },
  {
    label: 'Éducation et jeunesse',
    picture: 'desk',
    businesses: [
      business('Cours *', 'supports pupils from primary school to the baccalaureate', "accompagne les élèves de l'école primaire au baccalauréat"),
      business('* Jeunesse', 'organises holiday camps by the sea and in the mountains', 'organise des séjours à la mer et à la montagne'),
      business('Tandem *', 'offers workshops to the children of the district', 'propose des ateliers aux enfants du quartier'),
    ],
    professions: [
      'privateTutor', 'youthLeader', 'communicationOfficer', 'hrAssistant', 'eventAssistant', 'projectAssistant',
      'webDeveloper',
    ],
  },
  {
    label: 'Transport et logistique',
    picture: 'workshop',
    businesses: [
      business('Vélo *', 'delivers the city centre by cargo bike', 'livre le centre-ville à vélo cargo'),
      business('* Mobilités', 'runs buses and trams for 300,000 inhabitants', 'exploite les bus et les tramways de 300 000 habitants'),
      business('* Fret', 'carries fresh goods all over Europe', "transporte des produits frais dans toute l'Europe"),
    ],
    professions: [
      'bikeCourier', 'orderPicker', 'logisticsPlanner', 'mobileDeveloper', 'dataAnalyst', 'customerAdviser',
      'managementController', 'qualityEngineer',
    ],
  },
  {
    label: 'Agriculture et alimentation',
    picture: 'field',
    businesses: [
      business('Coopérative *', 'brings together 150 organic farms', 'réunit 150 fermes biologiques'),
      business('* Semences', 'breeds plants that need less water', "sélectionne des plantes qui demandent moins d'eau"),
      business('Fromagerie *', 'makes cheese with milk from the neighbouring valleys', 'fabrique du fromage avec le lait des vallées voisines'),
    ],
    professions: [
      'agronomist', 'laboratoryTechnician', 'qualityEngineer', 'environmentOfficer', 'marketingAssistant', 'logisticsPlanner',
      'salesRepresentative', 'dietitian',
    ],
  },
];
