import { addDays, REFERENCE_DAY } from '../calendar';
import type { Owner } from '../owners';
import type { PictureKey } from '../pictures';
import { randomFor } from '../random';
import { writeHousingAd } from './ad';
import { drawHousing } from './draw';
import type { Housing, HousingAd } from './housing';

/** A housing ad as a document of Strapi, of one version only. */
export interface HousingDocument {
  readonly documentId: string;
  readonly housing: Housing;
  readonly ad: HousingAd;
  readonly photos: readonly PictureKey[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const PHOTOS: readonly PictureKey[] = ['bedroom', 'kitchen', 'house', 'desk'];
const OLDEST_IN_DAYS = 120;

/** The `index`-th housing ad of the site. */
export function createHousingDocument(seed: number, index: number, owners: readonly Owner[]): HousingDocument {
  const random = randomFor(seed, 'housing', index);
  const documentId = random.documentId();
  const createdAt = addDays(REFERENCE_DAY, -1 - random.unit() * (OLDEST_IN_DAYS - 1));
  const housing = drawHousing(random, owners, createdAt);
  return {
    documentId,
    housing,
    ad: writeHousingAd(random, housing),
    photos: random.sample(PHOTOS, random.integer(0, 3)),
    createdAt,
    updatedAt: addDays(createdAt, random.unit()),
  };
}
