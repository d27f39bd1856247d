import { addDays, REFERENCE_DAY } from '../calendar';
import type { Company } from '../companies';
import type { PictureKey } from '../pictures';
import { randomFor, type Random } from '../random';
import { LANGUAGES, type Language } from '../text/language';
import { drawWording } from './ad';
import { drawOffer } from './draw';
import type { Offer, OfferAd } from './offer';
import { amendment } from './phrases';

/** An offer as a document of Strapi: its languages, and of each the draft and, if there is one, the published version. */
export interface OfferDocument {
  readonly documentId: string;
  readonly offer: Offer;
  readonly cover: PictureKey | null;
  readonly createdAt: Date;
  readonly versions: readonly OfferVersion[];
}

export interface OfferVersion {
  readonly language: Language;
  readonly ad: OfferAd;
  readonly salary: number;
  readonly updatedAt: Date;
  /** `null` in a draft. */
  readonly publishedAt: Date | null;
}

/** Where the editors stand with an offer: never published, published as it is, or given a better salary since. */
type EditorialState = 'draft' | 'published' | 'modified';

const OLDEST_IN_DAYS = 330;
const NEWEST_IN_DAYS = 3;
const WITH_COVER = 0.6;
const RAISE = 50;

/** The `index`-th offer of the site. */
export function createOfferDocument(seed: number, index: number, companies: readonly Company[]): OfferDocument {
  const random = randomFor(seed, 'offer', index);
  const documentId = random.documentId();
  const createdAt = addDays(REFERENCE_DAY, -NEWEST_IN_DAYS - random.unit() * (OLDEST_IN_DAYS - NEWEST_IN_DAYS));
  const offer = drawOffer(random, index, companies, createdAt);
  const raised = { ...offer, salary: offer.salary + RAISE };
  const wording = drawWording(random, offer);
  const updatedAt = addDays(createdAt, random.unit());
  const publishedAt = addDays(updatedAt, random.unit());
  const modifiedAt = addDays(publishedAt, random.unit());
  const languages = drawLanguages(random);
  const untranslated = languages.length > 1 && random.chance(0.05) ? random.pick(languages) : null;
  const state = drawState(random);

  const versionsIn = (language: Language): OfferVersion[] => {
    const ad = wording(offer, language);
    const asPublished = { language, ad, salary: offer.salary, updatedAt };
    const draft =
      state === 'modified'
        ? { language, ad: amended(wording(raised, language), language), salary: raised.salary, updatedAt: modifiedAt }
        : asPublished;
    const isPublished = state !== 'draft' && language !== untranslated;
    return [{ ...draft, publishedAt: null }, ...(isPublished ? [{ ...asPublished, publishedAt }] : [])];
  };

  return {
    documentId,
    offer,
    cover: random.chance(WITH_COVER) ? offer.company.sector.picture : null,
    createdAt,
    versions: languages.flatMap(versionsIn),
  };
}

function drawState(random: Random): EditorialState {
  const share = random.unit();
  if (share < 0.08) return 'draft';
  return share < 0.2 ? 'modified' : 'published';
}

/** Most offers are in both languages, the others rather in French. */
function drawLanguages(random: Random): readonly Language[] {
  const share = random.unit();
  if (share < 0.78) return LANGUAGES;
  return share < 0.92 ? ['fr'] : ['en'];
}

const amended = (ad: OfferAd, language: Language): OfferAd => ({
  ...ad,
  description: `${ad.description}\n\n${amendment[language]}`,
});
