import type { Company } from '../companies';
import type { Bilingual } from '../text/language';
import type { City } from '../vocabulary/cities';
import type { Profession } from '../vocabulary/professions';
import type { SkillKey } from '../vocabulary/skills';

export type OfferType = 'internship' | 'apprenticeship' | 'part-time' | 'summer-job';

/** What an offer is about, before it is put into words. */
export interface Offer {
  readonly type: OfferType;
  readonly reference: string;
  readonly profession: Profession;
  readonly company: Company;
  readonly city: City;
  readonly durationMonths: number;
  readonly weeklyHours: number;
  readonly remoteDays: number;
  /** Euros a month before taxes. */
  readonly salary: number;
  /** As in `2027-03-01`. */
  readonly startDate: string;
  readonly tasks: readonly Bilingual[];
  readonly skills: readonly SkillKey[];
  readonly perks: readonly Bilingual[];
}

/** The words of an offer in one language; descriptions and bodies are Markdown. */
export interface OfferAd {
  readonly title: string;
  readonly description: string;
  readonly perks: readonly string[];
  readonly blocks: readonly Block[];
}

/** An entry of the dynamic zone. */
export type Block =
  | { readonly __component: 'blocks.text'; readonly heading: string; readonly body: string }
  | { readonly __component: 'blocks.quote'; readonly text: string; readonly author: string }
  | { readonly __component: 'blocks.faq'; readonly questions: readonly Question[] };

export interface Question {
  readonly question: string;
  readonly answer: string;
}
