import type { Random } from '../random';

/** Which form of a French noun goes with a person. */
export type Gender = 'feminine' | 'masculine';

const FIRST_NAMES: Readonly<Record<Gender, readonly string[]>> = {
  feminine: (
    'Camille Léa Manon Chloé Emma Inès Sarah Jade Louise Alice Juliette Zoé Margaux Clara Anaïs Mathilde Fatou Yasmine Linh ' +
    'Aïcha Sofia Marta Amina Noémie Élodie Maëlle'
  ).split(' '),
  masculine: (
    'Lucas Hugo Louis Nathan Enzo Arthur Jules Théo Adam Raphaël Paul Antoine Maxime Mehdi Karim Moussa Thomas Nicolas Julien ' +
    'Bao Diego Gaël Yann Ibrahim Samuel Victor'
  ).split(' '),
};

const LAST_NAMES = (
  'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand ' +
  'Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Legrand Garnier Faure Rousseau ' +
  'Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu Clément Gauthier Dumont Lopez Fontaine Chevalier Robin ' +
  'Masson Sanchez Nguyen Diallo Traoré Benali Haddad Kervella Ferreira Costa'
).split(' ');

export interface Person {
  readonly gender: Gender;
  readonly firstName: string;
  readonly lastName: string;
}

export function drawPerson(random: Random): Person {
  const gender = random.pick(['feminine', 'masculine'] as const);
  return { gender, firstName: random.pick(FIRST_NAMES[gender]), lastName: random.pick(LAST_NAMES) };
}

/** A number from the ranges that the French regulator keeps for fiction, so that nobody is ever called. */
export function phoneNumber(random: Random): string {
  const digits = String(random.integer(0, 9999)).padStart(4, '0');
  return `+33 6 39 98 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

/** The part of an email address before the `@`: lower-case, without accents. */
export const mailbox = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
