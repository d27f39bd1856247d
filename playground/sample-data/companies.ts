import { randomFor, type Random } from './random';
import type { Bilingual } from './text/language';
import { cities, type City } from './vocabulary/cities';
import { mailbox } from './vocabulary/people';
import { companyRoots, sectors, type Business, type Sector } from './vocabulary/sectors';

export const COMPANY_COUNT = 320;

/** How large cities are preferred: the list of cities begins with the largest. */
const CITY_SKEW = 2;

export interface Company {
  readonly documentId: string;
  readonly name: string;
  readonly sector: Sector;
  readonly activity: Bilingual;
  readonly website: string;
  readonly headquarters: City;
}

/** All companies of the site, no two of the same name. */
export function createCompanies(seed: number): Company[] {
  const random = randomFor(seed, 'companies', 0);
  return random.sample(possibleCompanies(), COMPANY_COUNT).map(({ name, sector, business }, index) => {
    const own = randomFor(seed, 'company', index);
    return {
      documentId: own.documentId(),
      name,
      sector,
      activity: business.activity,
      website: `https://www.${mailbox(name).replaceAll('.', '-')}.example`,
      headquarters: pickCity(own),
    };
  });
}

/** A city, more often one of the large ones. */
export function pickCity(random: Random): City {
  return cities[Math.floor(cities.length * random.unit() ** CITY_SKEW)] as City;
}

/** Every company there can be. A root serves several sectors, as real names do. */
function possibleCompanies(): { name: string; sector: Sector; business: Business }[] {
  return sectors.flatMap((sector) =>
    sector.businesses.flatMap((business) =>
      companyRoots.map((root) => ({ name: business.companyName.replace('*', root), sector, business })),
    ),
  );
}
