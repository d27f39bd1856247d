import { firstOfMonth } from '../calendar';
import { pickCity } from '../companies';
import type { Owner } from '../owners';
import type { Random } from '../random';
import type { Housing, HousingType } from './housing';
import { equipment, places } from './phrases';

interface Range {
  readonly surface: readonly [min: number, max: number];
  readonly furnished: number;
}

const KINDS: Readonly<Record<HousingType, Range>> = {
  room: { surface: [9, 18], furnished: 1 },
  studio: { surface: [16, 32], furnished: 0.75 },
  flat: { surface: [30, 62], furnished: 0.4 },
  'shared-flat': { surface: [10, 20], furnished: 0.8 },
};

const TYPES: readonly HousingType[] = ['studio', 'studio', 'studio', 'flat', 'shared-flat', 'shared-flat', 'room'];

const IN_FRENCH = 0.7;
const FURNISHED_SURCHARGE = 1.08;
/** A square metre costs less the more of them there are; the cities' prices are for so many. */
const REFERENCE_SURFACE = 25;

/** What a housing ad first published on `createdAt` is about. */
export function drawHousing(random: Random, owners: readonly Owner[], createdAt: Date): Housing {
  const type = random.pick(TYPES);
  const kind = KINDS[type];
  const city = pickCity(random);
  const surface = random.integer(...kind.surface);
  const furnished = random.chance(kind.furnished);
  const chargedSurface = Math.sqrt(surface * REFERENCE_SURFACE);
  const price = city.rentPerSquareMetre * chargedSurface * (furnished ? FURNISHED_SURCHARGE : 1);
  return {
    type,
    surface,
    furnished,
    city,
    rent: Math.round((price * random.integer(88, 112)) / 500) * 5,
    availableFrom: firstOfMonth(createdAt, random.integer(1, 5)),
    owner: random.pick(owners),
    place: random.pick(places),
    equipment: random.sample(equipment, random.integer(3, 5)),
    language: random.chance(IN_FRENCH) ? 'fr' : 'en',
  };
}
