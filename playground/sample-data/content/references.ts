import { statSync } from 'node:fs';
import path from 'node:path';

import { addDays, REFERENCE_DAY } from '../calendar';
import type { Company } from '../companies';
import type { BulkWriter } from '../database/bulk-writer';
import type { Owner } from '../owners';
import { PICTURE_SIZE, pictureKeys, pictures, type PictureKey } from '../pictures';
import { randomFor } from '../random';
import type { SampleSite } from '../site';
import { capitalize } from '../text/grammar';
import type { Language } from '../text/language';
import { cities, type City } from '../vocabulary/cities';
import { skillKeys, skills, type SkillKey } from '../vocabulary/skills';
import { idOf, type RowIds } from './row-ids';
import { UIDS } from './uids';

const NEARBY_CITIES = 3;

const createdAt = addDays(REFERENCE_DAY, -400);
/** Types without drafts are published from the start. */
const dates = { createdAt, updatedAt: createdAt, publishedAt: createdAt };

/** Adds all that offers and housing ads refer to. Pictures lie in `publicDirectory`. */
export function addReferences(writer: BulkWriter, site: SampleSite, publicDirectory: string): RowIds {
  const cityIds = addCities(writer, site.seed);
  const companyIds = addCompanies(writer, site.companies, cityIds);
  return {
    cities: cityIds,
    companies: companyIds,
    owners: addOwners(writer, site.owners, companyIds),
    pictures: addPictures(writer, site.seed, publicDirectory),
    skills: { en: addSkills(writer, site.seed, 'en'), fr: addSkills(writer, site.seed, 'fr') },
  };
}

function addCities(writer: BulkWriter, seed: number): Map<City, number> {
  const ids = new Map<City, number>();
  cities.forEach((city, index) => {
    const { name, postalCode, region, country, latitude, longitude } = city;
    const documentId = randomFor(seed, 'city', index).documentId();
    const data = { documentId, name, postalCode, region, country, latitude, longitude, ...dates };
    ids.set(city, writer.add(UIDS.city, data));
  });
  for (const [city, id] of ids) {
    const nearby = nearestTo(city).map((other) => idOf(ids, other));
    writer.link(UIDS.city, id, 'nearbyCities', nearby);
  }
  return ids;
}

/** The nearest cities; degrees are compared as if the earth were flat, which is near enough within France. */
function nearestTo(city: City): City[] {
  const shrinking = Math.cos((city.latitude * Math.PI) / 180);
  const distance = (other: City) =>
    Math.hypot(other.latitude - city.latitude, (other.longitude - city.longitude) * shrinking);
  return cities
    .filter((other) => other !== city)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, NEARBY_CITIES);
}

function addCompanies(
  writer: BulkWriter,
  companies: readonly Company[],
  cityIds: ReadonlyMap<City, number>,
): Map<Company, number> {
  const add = ({ documentId, name, sector, activity, website, headquarters }: Company) =>
    writer.add(UIDS.company, {
      documentId,
      name,
      sector: sector.label,
      description: `${name} ${activity.fr}.`,
      website,
      headquarters: idOf(cityIds, headquarters),
      ...dates,
    });
  return new Map(companies.map((company) => [company, add(company)]));
}

function addOwners(
  writer: BulkWriter,
  owners: readonly Owner[],
  companyIds: ReadonlyMap<Company, number>,
): Map<Owner, number> {
  const add = ({ documentId, name, phone, email, company }: Owner) =>
    writer.add(UIDS.owner, { documentId, name, phone, email, company: company && idOf(companyIds, company), ...dates });
  return new Map(owners.map((owner) => [owner, add(owner)]));
}

function addSkills(writer: BulkWriter, seed: number, locale: Language): Map<SkillKey, number> {
  return new Map(
    skillKeys.map((key, index) => {
      const documentId = randomFor(seed, 'skill', index).documentId();
      const name = capitalize(skills[key][locale]);
      return [key, writer.add(UIDS.skill, { documentId, locale, name, ...dates })];
    }),
  );
}

/** The pictures as the media library lists them. */
function addPictures(writer: BulkWriter, seed: number, publicDirectory: string): Map<PictureKey, number> {
  return new Map(
    pictureKeys.map((key, index) => {
      const url = `/pictures/${key}.svg`;
      const kilobytes = statSync(path.join(publicDirectory, url)).size / 1000;
      const id = writer.add(UIDS.file, {
        documentId: randomFor(seed, 'picture', index).documentId(),
        name: `${key}.svg`,
        alternativeText: pictures[key],
        ...PICTURE_SIZE,
        hash: key,
        ext: '.svg',
        mime: 'image/svg+xml',
        size: Number(kilobytes.toFixed(2)),
        url,
        provider: 'local',
        folderPath: '/',
        ...dates,
      });
      return [key, id];
    }),
  );
}
