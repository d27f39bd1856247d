import type { Bilingual } from '../text/language';

const perk = (en: string, fr: string): Bilingual => ({ en, fr });

/** What a company gives besides the salary. */
export const perks: readonly Bilingual[] = [
  perk('meal vouchers', 'titres-restaurant'),
  perk('half of your travel pass paid', 'remboursement de la moitié de votre abonnement de transport'),
  perk('a bonus for coming by bike', 'forfait mobilités durables pour les trajets à vélo'),
  perk('a welcome breakfast on your first day', "un petit-déjeuner d'accueil le premier jour"),
  perk('two days of training a year', 'deux jours de formation par an'),
  perk('a mentor throughout your stay', 'un tuteur ou une tutrice tout au long de votre parcours'),
  perk('a sports room on the premises', 'une salle de sport sur place'),
  perk('fresh fruit and good coffee', 'des fruits frais et du bon café'),
  perk('health insurance paid in full', 'mutuelle prise en charge à 100 %'),
  perk('a works council with holiday offers', "un comité d'entreprise et ses offres de vacances"),
  perk('flexible hours around your classes', 'des horaires souples autour de vos cours'),
  perk('a staff canteen', "un restaurant d'entreprise"),
  perk('discounts on our products', 'des remises sur nos produits'),
  perk('help with finding a room', 'une aide pour trouver un logement'),
  perk('a garden where we eat in summer', "un jardin où l'on déjeune l'été"),
  perk('the chance of a permanent contract afterwards', "une possibilité d'embauche à la suite"),
];
