import type { Company } from '../companies';
import type { Owner } from '../owners';
import type { PictureKey } from '../pictures';
import type { Language } from '../text/language';
import type { City } from '../vocabulary/cities';
import type { SkillKey } from '../vocabulary/skills';

/** The row ids of what offers and housing ads refer to. */
export interface RowIds {
  readonly cities: ReadonlyMap<City, number>;
  readonly companies: ReadonlyMap<Company, number>;
  readonly owners: ReadonlyMap<Owner, number>;
  readonly pictures: ReadonlyMap<PictureKey, number>;
  /** A skill is localized: it has a row for each language. */
  readonly skills: Readonly<Record<Language, ReadonlyMap<SkillKey, number>>>;
}

/** The row id of something that was written before. */
export function idOf<T>(ids: ReadonlyMap<T, number>, item: T): number {
  const id = ids.get(item);
  if (id === undefined) throw new Error('A relation points to something that was not written');
  return id;
}
