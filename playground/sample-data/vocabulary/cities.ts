export interface City {
  /** As the people there call it, and as French texts do. */
  readonly name: string;
  /** Where English has a word of its own. */
  readonly english?: string;
  readonly postalCode: string;
  readonly region: string;
  readonly country: 'France' | 'Belgique' | 'Luxembourg';
  readonly latitude: number;
  readonly longitude: number;
  /** Monthly rent of a square metre in a small flat, in euros. */
  readonly rentPerSquareMetre: number;
}

type Row = readonly [
  name: string,
  postalCode: string,
  region: string,
  latitude: number,
  longitude: number,
  rent: number,
];

// prettier-ignore
const FRENCH: readonly Row[] = [
  ['Paris', '75000', 'Île-de-France', 48.8566, 2.3522, 36],
  ['Marseille', '13000', "Provence-Alpes-Côte d'Azur", 43.2965, 5.3698, 18],
  ['Lyon', '69000', 'Auvergne-Rhône-Alpes', 45.764, 4.8357, 20],
  ['Toulouse', '31000', 'Occitanie', 43.6047, 1.4442, 17],
  ['Nice', '06000', "Provence-Alpes-Côte d'Azur", 43.7102, 7.262, 21],
  ['Nantes', '44000', 'Pays de la Loire', 47.2184, -1.5536, 17],
  ['Montpellier', '34000', 'Occitanie', 43.6108, 3.8767, 19],
  ['Strasbourg', '67000', 'Grand Est', 48.5734, 7.7521, 17],
  ['Bordeaux', '33000', 'Nouvelle-Aquitaine', 44.8378, -0.5792, 19],
  ['Lille', '59000', 'Hauts-de-France', 50.6292, 3.0573, 19],
  ['Rennes', '35000', 'Bretagne', 48.1173, -1.6778, 17],
  ['Reims', '51100', 'Grand Est', 49.2583, 4.0317, 14],
  ['Toulon', '83000', "Provence-Alpes-Côte d'Azur", 43.1242, 5.928, 16],
  ['Le Havre', '76600', 'Normandie', 49.4944, 0.1079, 14],
  ['Saint-Étienne', '42000', 'Auvergne-Rhône-Alpes', 45.4397, 4.3872, 11],
  ['Grenoble', '38000', 'Auvergne-Rhône-Alpes', 45.1885, 5.7245, 15],
  ['Dijon', '21000', 'Bourgogne-Franche-Comté', 47.322, 5.0415, 15],
  ['Angers', '49000', 'Pays de la Loire', 47.4784, -0.5632, 15],
  ['Nîmes', '30000', 'Occitanie', 43.8367, 4.3601, 13],
  ['Villeurbanne', '69100', 'Auvergne-Rhône-Alpes', 45.7719, 4.8902, 18],
  ['Le Mans', '72000', 'Pays de la Loire', 48.0061, 0.1996, 12],
  ['Aix-en-Provence', '13100', "Provence-Alpes-Côte d'Azur", 43.5297, 5.4474, 21],
  ['Clermont-Ferrand', '63000', 'Auvergne-Rhône-Alpes', 45.7772, 3.087, 13],
  ['Brest', '29200', 'Bretagne', 48.3904, -4.4861, 12],
  ['Tours', '37000', 'Centre-Val de Loire', 47.3941, 0.6848, 15],
  ['Amiens', '80000', 'Hauts-de-France', 49.8941, 2.2958, 14],
  ['Limoges', '87000', 'Nouvelle-Aquitaine', 45.8336, 1.2611, 11],
  ['Annecy', '74000', 'Auvergne-Rhône-Alpes', 45.8992, 6.1294, 19],
  ['Perpignan', '66000', 'Occitanie', 42.6887, 2.8948, 12],
  ['Metz', '57000', 'Grand Est', 49.1193, 6.1757, 14],
  ['Besançon', '25000', 'Bourgogne-Franche-Comté', 47.2378, 6.0241, 13],
  ['Orléans', '45000', 'Centre-Val de Loire', 47.903, 1.9093, 14],
  ['Rouen', '76000', 'Normandie', 49.4432, 1.0999, 15],
  ['Mulhouse', '68100', 'Grand Est', 47.7508, 7.3359, 12],
  ['Caen', '14000', 'Normandie', 49.1829, -0.3707, 15],
  ['Nancy', '54000', 'Grand Est', 48.6921, 6.1844, 14],
  ['Saint-Denis', '93200', 'Île-de-France', 48.9362, 2.3574, 22],
  ['Versailles', '78000', 'Île-de-France', 48.8014, 2.1301, 25],
  ['Cergy', '95000', 'Île-de-France', 49.0389, 2.0776, 18],
  ['Évry-Courcouronnes', '91000', 'Île-de-France', 48.6238, 2.4296, 18],
  ['Avignon', '84000', "Provence-Alpes-Côte d'Azur", 43.9493, 4.8055, 14],
  ['Poitiers', '86000', 'Nouvelle-Aquitaine', 46.5802, 0.3404, 14],
  ['La Rochelle', '17000', 'Nouvelle-Aquitaine', 46.1603, -1.1511, 18],
  ['Pau', '64000', 'Nouvelle-Aquitaine', 43.2951, -0.3708, 12],
  ['Chambéry', '73000', 'Auvergne-Rhône-Alpes', 45.5646, 5.9178, 15],
  ['Lorient', '56100', 'Bretagne', 47.7483, -3.3702, 13],
  ['Quimper', '29000', 'Bretagne', 47.9975, -4.0979, 12],
  ['Troyes', '10000', 'Grand Est', 48.2973, 4.0744, 12],
  ['Valenciennes', '59300', 'Hauts-de-France', 50.3577, 3.5235, 13],
  ['Compiègne', '60200', 'Hauts-de-France', 49.4179, 2.8261, 14],
  ['Belfort', '90000', 'Bourgogne-Franche-Comté', 47.6397, 6.8638, 11],
  ['Albi', '81000', 'Occitanie', 43.9298, 2.148, 11],
  ['Laval', '53000', 'Pays de la Loire', 48.0706, -0.7734, 11],
];

const france = FRENCH.map(([name, postalCode, region, latitude, longitude, rentPerSquareMetre]): City => ({
  name,
  postalCode,
  region,
  country: 'France',
  latitude,
  longitude,
  rentPerSquareMetre,
}));

// prettier-ignore
const abroad: readonly City[] = [
  { name: 'Bruxelles', english: 'Brussels', postalCode: '1000', region: 'Bruxelles-Capitale', country: 'Belgique', latitude: 50.8503, longitude: 4.3517, rentPerSquareMetre: 18 },
  { name: 'Liège', postalCode: '4000', region: 'Wallonie', country: 'Belgique', latitude: 50.6326, longitude: 5.5797, rentPerSquareMetre: 13 },
  { name: 'Louvain-la-Neuve', postalCode: '1348', region: 'Wallonie', country: 'Belgique', latitude: 50.6681, longitude: 4.6118, rentPerSquareMetre: 17 },
  { name: 'Namur', postalCode: '5000', region: 'Wallonie', country: 'Belgique', latitude: 50.4674, longitude: 4.872, rentPerSquareMetre: 13 },
  { name: 'Mons', postalCode: '7000', region: 'Wallonie', country: 'Belgique', latitude: 50.4542, longitude: 3.9523, rentPerSquareMetre: 12 },
  { name: 'Luxembourg', postalCode: '1009', region: 'Luxembourg', country: 'Luxembourg', latitude: 49.6117, longitude: 6.1319, rentPerSquareMetre: 35 },
  { name: 'Esch-sur-Alzette', postalCode: '4001', region: 'Luxembourg', country: 'Luxembourg', latitude: 49.4958, longitude: 5.9806, rentPerSquareMetre: 29 },
];

/** Sixty cities of the euro area with their true places; France's largest first. */
export const cities: readonly City[] = [...france, ...abroad];
