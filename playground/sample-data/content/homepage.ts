import { REFERENCE_DAY } from '../calendar';
import type { BulkWriter } from '../database/bulk-writer';
import type { OfferDocument } from '../offers/document';
import { randomFor } from '../random';
import { LANGUAGES, type Bilingual, type Language } from '../text/language';
import { UIDS } from './uids';

const FEATURED_OFFERS = 6;

const title: Bilingual = {
  en: 'Internships, student jobs and a place to live',
  fr: 'Des stages, des jobs étudiants et un toit',
};

const introduction: Bilingual = {
  en: 'Companies that take time for beginners, and landlords who answer: find both here, in France, Belgium and Luxembourg.',
  fr: "Des entreprises qui prennent le temps de former et des propriétaires qui répondent : c'est ici, en France, en Belgique et au Luxembourg.",
};

const promise: Record<'heading' | 'body', Bilingual> = {
  heading: { en: 'Every ad is read by a person', fr: 'Chaque annonce est relue par une personne' },
  body: {
    en: 'We check who publishes it, what is paid, and that it is still open.',
    fr: "Nous vérifions qui la publie, ce qui est payé, et qu'elle est toujours d'actualité.",
  },
};

interface FeaturedOffer {
  readonly draftId: number;
  readonly publishedId: number;
}

/** Gathers what the homepage shows while offers are written: the first that are published, in each language. */
export class Homepage {
  private readonly featured: Record<Language, FeaturedOffer[]> = { en: [], fr: [] };

  /** `rowIds` are those of the document's versions. */
  consider({ versions }: OfferDocument, rowIds: readonly number[]): void {
    for (const language of LANGUAGES) {
      if (this.featured[language].length === FEATURED_OFFERS) continue;
      const idOfVersion = (isPublished: boolean) =>
        rowIds[versions.findIndex((v) => v.language === language && (v.publishedAt !== null) === isPublished)];
      const draftId = idOfVersion(false);
      const publishedId = idOfVersion(true);
      if (draftId !== undefined && publishedId !== undefined) this.featured[language].push({ draftId, publishedId });
    }
  }

  /** Adds the homepage, published in every language. Drafts show drafts, published versions published offers. */
  addTo(writer: BulkWriter, seed: number, featuredHousing: number | null): void {
    const documentId = randomFor(seed, 'homepage', 0).documentId();
    for (const language of LANGUAGES) {
      const page = {
        documentId,
        locale: language,
        title: title[language],
        introduction: introduction[language],
        blocks: [{ __component: 'blocks.text', heading: promise.heading[language], body: promise.body[language] }],
        featuredHousing,
        createdAt: REFERENCE_DAY,
        updatedAt: REFERENCE_DAY,
      };
      const offers = this.featured[language];
      const draft = { ...page, publishedAt: null, featuredOffers: offers.map(({ draftId }) => draftId) };
      const published = {
        ...page,
        publishedAt: REFERENCE_DAY,
        featuredOffers: offers.map(({ publishedId }) => publishedId),
      };
      writer.add(UIDS.homepage, draft);
      writer.add(UIDS.homepage, published);
    }
  }
}
