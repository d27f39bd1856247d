import { createCompanies, type Company } from './companies';
import { createHousingDocument, type HousingDocument } from './housings/document';
import { createOfferDocument, type OfferDocument } from './offers/document';
import { createOwners, type Owner } from './owners';

export interface SampleSiteOptions {
  /** How many offers and housing ads together, counted as documents: two thirds are offers. */
  readonly entries: number;
  /** The same seed and number of entries give the same site. */
  readonly seed: number;
}

/** All content of the sample site. Offers and housing ads are made one by one, when they are asked for. */
export interface SampleSite {
  readonly seed: number;
  readonly companies: readonly Company[];
  readonly owners: readonly Owner[];
  offers(): Generator<OfferDocument, void>;
  housings(): Generator<HousingDocument, void>;
}

export function createSampleSite({ entries, seed }: SampleSiteOptions): SampleSite {
  const housingCount = Math.floor(entries / 3);
  const offerCount = entries - housingCount;
  const companies = createCompanies(seed);
  const owners = createOwners(seed, housingCount, companies);
  return {
    seed,
    companies,
    owners,
    *offers() {
      for (let index = 0; index < offerCount; index += 1) yield createOfferDocument(seed, index, companies);
    },
    *housings() {
      for (let index = 0; index < housingCount; index += 1) yield createHousingDocument(seed, index, owners);
    },
  };
}
