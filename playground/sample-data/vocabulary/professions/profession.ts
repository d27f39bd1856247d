import type { Bilingual } from '../../text/language';
import type { SkillKey } from '../skills';

/** A kind of work that offers are for. */
export interface Profession {
  /** As in "a web developer". */
  readonly en: string;
  /** As in "un développeur web ou une développeuse web". */
  readonly fr: { readonly masculine: string; readonly feminine: string };
  /** What one studies to get there: "in computer science", "en informatique". Student jobs ask for nothing. */
  readonly studies?: Bilingual;
  /** What one does there: bare infinitives, as after "you will" and "vos missions :". */
  readonly tasks: readonly Bilingual[];
  readonly skills: readonly SkillKey[];
}

export const task = (en: string, fr: string): Bilingual => ({ en, fr });
