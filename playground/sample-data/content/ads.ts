import type { BulkWriter } from '../database/bulk-writer';
import type { HousingDocument } from '../housings/document';
import type { OfferDocument, OfferVersion } from '../offers/document';
import { idOf, type RowIds } from './row-ids';
import { UIDS } from './uids';

/** Adds a row for each version of an offer, and returns their ids in the order of `versions`. */
export function addOffer(writer: BulkWriter, ids: RowIds, document: OfferDocument): number[] {
  const { documentId, offer, cover, createdAt } = document;
  const { reference, type, startDate, durationMonths, weeklyHours, remoteDays } = offer;
  const inEveryVersion = {
    documentId,
    reference,
    type,
    startDate,
    company: idOf(ids.companies, offer.company),
    city: idOf(ids.cities, offer.city),
    cover: cover && idOf(ids.pictures, cover),
    createdAt,
  };
  return document.versions.map(({ language, ad, salary, updatedAt, publishedAt }: OfferVersion) =>
    writer.add(UIDS.offer, {
      ...inEveryVersion,
      locale: language,
      title: ad.title,
      description: ad.description,
      salary,
      skills: offer.skills.map((key) => idOf(ids.skills[language], key)),
      contract: { durationMonths, weeklyHours, remoteDays, perks: ad.perks.map((label) => ({ label })) },
      blocks: ad.blocks,
      updatedAt,
      publishedAt,
    }),
  );
}

/** Adds a housing ad and returns its row id. */
export function addHousing(writer: BulkWriter, ids: RowIds, document: HousingDocument): number {
  const { documentId, housing, ad, photos, createdAt, updatedAt } = document;
  const { type, rent, surface, furnished, availableFrom, city, owner } = housing;
  return writer.add(UIDS.housing, {
    documentId,
    title: ad.title,
    description: ad.description,
    type,
    rent,
    surface,
    furnished,
    availableFrom,
    city: idOf(ids.cities, city),
    owner: idOf(ids.owners, owner),
    photos: photos.map((key) => idOf(ids.pictures, key)),
    createdAt,
    updatedAt,
    publishedAt: updatedAt,
  });
}
