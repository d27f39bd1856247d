import type { Owner } from '../owners';
import type { Bilingual, Language } from '../text/language';
import type { City } from '../vocabulary/cities';

export type HousingType = 'room' | 'studio' | 'flat' | 'shared-flat';

/** What a housing ad is about, before it is put into words. */
export interface Housing {
  readonly type: HousingType;
  /** Square metres. */
  readonly surface: number;
  /** Euros a month, charges included. */
  readonly rent: number;
  readonly furnished: boolean;
  /** As in `2026-10-01`. */
  readonly availableFrom: string;
  readonly city: City;
  readonly owner: Owner;
  readonly place: Bilingual;
  readonly equipment: readonly Bilingual[];
  /** The owner writes the ad in one language. */
  readonly language: Language;
}

/** The words of a housing ad; the description is Markdown. */
export interface HousingAd {
  readonly title: string;
  readonly description: string;
}
