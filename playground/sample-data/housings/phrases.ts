import { capitalize, euros, fromMonth, inCity } from '../text/grammar';
import type { Bilingual, Phrase } from '../text/language';
import type { Housing, HousingType } from './housing';

const cityInEnglish = ({ city }: Housing): string => city.english ?? city.name;
const furnishedEn = ({ furnished }: Housing): string => (furnished ? 'furnished ' : '');
const furnishedFr = ({ furnished }: Housing, form: 'meublé' | 'meublée'): string => (furnished ? ` ${form}` : '');

export const titles: Readonly<Record<HousingType, readonly Phrase<Housing>[]>> = {
  room: [
    {
      en: (housing) => `Room of ${housing.surface} m² in a family home – ${cityInEnglish(housing)}`,
      fr: (housing) => `Chambre meublée de ${housing.surface} m² chez l'habitant – ${housing.city.name}`,
    },
    {
      en: (housing) => `${cityInEnglish(housing)}: furnished room of ${housing.surface} m² for a student`,
      fr: (housing) => `Chambre pour étudiant ou étudiante ${inCity(housing.city.name)} (${housing.surface} m²)`,
    },
  ],
  studio: [
    {
      en: (housing) =>
        `${capitalize(`${furnishedEn(housing)}studio`)} of ${housing.surface} m² – ${cityInEnglish(housing)}`,
      fr: (housing) => `Studio${furnishedFr(housing, 'meublé')} de ${housing.surface} m² – ${housing.city.name}`,
    },
    {
      en: (housing) => `Studio in ${cityInEnglish(housing)}, ${housing.place.en}`,
      fr: (housing) => `Studio ${inCity(housing.city.name)}, ${housing.place.fr}`,
    },
  ],
  flat: [
    {
      en: (housing) =>
        `${capitalize(`${furnishedEn(housing)}flat`)} of ${housing.surface} m² – ${cityInEnglish(housing)}`,
      fr: (housing) => `Appartement${furnishedFr(housing, 'meublé')} de ${housing.surface} m² – ${housing.city.name}`,
    },
    {
      en: (housing) => `Flat for one or two in ${cityInEnglish(housing)}, ${housing.place.en}`,
      fr: (housing) => `Appartement pour une ou deux personnes ${inCity(housing.city.name)}, ${housing.place.fr}`,
    },
  ],
  'shared-flat': [
    {
      en: (housing) => `Room of ${housing.surface} m² in a shared flat – ${cityInEnglish(housing)}`,
      fr: (housing) =>
        `Colocation ${inCity(housing.city.name)} : chambre${furnishedFr(housing, 'meublée')} de ${housing.surface} m²`,
    },
    {
      en: (housing) => `Flatmate wanted in ${cityInEnglish(housing)}, ${housing.place.en}`,
      fr: (housing) => `Cherche colocataire ${inCity(housing.city.name)}, ${housing.place.fr}`,
    },
  ],
};

/** Where in the city; follows a comma. */
export const places: readonly Bilingual[] = [
  { en: "five minutes' walk from the university", fr: "à cinq minutes à pied de l'université" },
  { en: 'close to the station', fr: 'près de la gare' },
  { en: 'in a quiet street near the market', fr: 'dans une rue calme près du marché' },
  { en: 'on the tram line to the campus', fr: 'sur la ligne de tramway qui mène au campus' },
  { en: 'at the edge of the old town', fr: 'en bordure de la vieille ville' },
  { en: 'opposite a park', fr: "en face d'un parc" },
  { en: 'above a bakery', fr: "au-dessus d'une boulangerie" },
  { en: 'ten minutes from the centre by bike', fr: 'à dix minutes du centre à vélo' },
];

export const openings: Readonly<Record<HousingType, readonly Phrase<Housing>[]>> = {
  room: [
    {
      en: (housing) =>
        `We let a bright room in our house, ${housing.place.en}. You share the kitchen with us and come and go as you like.`,
      fr: (housing) =>
        `Nous louons une chambre lumineuse dans notre maison, ${housing.place.fr}. Vous partagez la cuisine avec nous et allez et venez à votre guise.`,
    },
    {
      en: (housing) =>
        `Our children have left, so a room is free, ${housing.place.en}. A quiet house, where one can study.`,
      fr: (housing) =>
        `Nos enfants sont partis, une chambre s'est libérée, ${housing.place.fr}. La maison est calme : on y étudie bien.`,
    },
  ],
  studio: [
    {
      en: (housing) => `Bright studio, ${housing.place.en}: one main room, a kitchenette and a bathroom with a shower.`,
      fr: (housing) =>
        `Studio lumineux, ${housing.place.fr} : une pièce principale, un coin cuisine et une salle d'eau avec douche.`,
    },
    {
      en: (housing) =>
        `In a well-kept building, ${housing.place.en}, this studio on the ${housing.surface % 2 === 0 ? 'second' : 'third'} floor has just been repainted.`,
      fr: (housing) =>
        `Dans un immeuble bien tenu, ${housing.place.fr}, ce studio au ${housing.surface % 2 === 0 ? 'deuxième' : 'troisième'} étage vient d'être repeint.`,
    },
  ],
  flat: [
    {
      en: (housing) =>
        `Flat with a bedroom, a living room and a separate kitchen, ${housing.place.en}. It suits a couple or two friends.`,
      fr: (housing) =>
        `Appartement avec une chambre, un séjour et une cuisine séparée, ${housing.place.fr}. Il convient à un couple ou à deux amis.`,
    },
    {
      en: (housing) =>
        `Well-lit flat with windows on both sides, ${housing.place.en}. The building is insulated and cheap to heat.`,
      fr: (housing) =>
        `Appartement traversant et lumineux, ${housing.place.fr}. L'immeuble est bien isolé et peu coûteux à chauffer.`,
    },
  ],
  'shared-flat': [
    {
      en: (housing) =>
        `We are three students sharing a flat, ${housing.place.en}, and look for a fourth. We often eat together and take turns cleaning.`,
      fr: (housing) =>
        `Nous sommes trois à faire nos études ici, ${housing.place.fr}, et cherchons une quatrième personne. Nous dînons souvent ensemble et faisons le ménage à tour de rôle.`,
    },
    {
      en: (housing) =>
        `A room is free in a large flat for four, ${housing.place.en}, with a living room that everybody likes.`,
      fr: (housing) =>
        `Une chambre se libère dans un grand appartement pour quatre, ${housing.place.fr}, avec un séjour que tout le monde apprécie.`,
    },
  ],
};

export const equipment: readonly Bilingual[] = [
  { en: 'fibre internet', fr: 'internet par la fibre' },
  { en: 'a washing machine', fr: 'un lave-linge' },
  { en: 'a real desk and good light', fr: 'un vrai bureau et un bon éclairage' },
  { en: 'a balcony', fr: 'un balcon' },
  { en: 'a locked bicycle shed', fr: 'un local à vélos fermé' },
  { en: 'an oven and two hotplates', fr: 'un four et deux plaques de cuisson' },
  { en: 'a large wardrobe', fr: 'une grande penderie' },
  { en: 'double glazing', fr: 'du double vitrage' },
  { en: 'a lift', fr: 'un ascenseur' },
  { en: 'a shared garden', fr: 'un jardin partagé' },
  { en: 'a cellar', fr: 'une cave' },
  { en: 'heating included in the charges', fr: 'le chauffage compris dans les charges' },
];

export const headings = {
  equipment: { en: 'On the spot', fr: 'Sur place' },
  terms: { en: 'Terms', fr: 'Conditions' },
} satisfies Record<string, Bilingual>;

export const terms: Phrase<Housing> = {
  en: (housing) =>
    `${euros(housing.rent, 'en')} a month, charges included. Free ${fromMonth(housing.availableFrom, 'en')}.`,
  fr: (housing) =>
    `${euros(housing.rent, 'fr')} par mois, charges comprises. Libre ${fromMonth(housing.availableFrom, 'fr')}.`,
};

/** The public aid that French tenants may ask for. */
export const housingAid: Bilingual = {
  en: 'Housing benefit (APL) can be claimed.',
  fr: "Logement éligible à l'APL.",
};

export const closings: readonly Bilingual[] = [
  { en: 'Visits on Saturdays or by video.', fr: 'Visites le samedi ou en visio.' },
  {
    en: 'Write a few words about yourself; we answer everybody.',
    fr: 'Présentez-vous en quelques mots : nous répondons à tout le monde.',
  },
  { en: 'A guarantor is required.', fr: 'Un garant est demandé.' },
  { en: 'No agency fees, one month of deposit.', fr: "Pas de frais d'agence, un mois de dépôt de garantie." },
];
