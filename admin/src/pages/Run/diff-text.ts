import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';
import { type DiffRow, readable } from './diff-rows';

/** A stretch of a text, and whether the other side has it too. */
export interface Segment {
  text: string;
  isChanged: boolean;
}

/** Both sides of a field in stretches; `null` where a side has no such field. */
export interface Sides {
  database: Segment[] | null;
  engine: Segment[] | null;
}

/** Milliseconds after which two long and very different texts are left to be compared by eye. */
const PATIENCE = { timeout: 200 };

/** Where exactly both sides of a field differ: texts by words, objects and arrays by lines, the rest as a whole. */
export function diffSides({ database, engine, isEqual }: DiffRow): Sides {
  const [here, there] = [readable(database), readable(engine)];
  if (here === null || there === null || isEqual) {
    return { database: whole(here, !isEqual), engine: whole(there, !isEqual) };
  }
  const changes = changesBetween(there, here, [database, engine]);
  if (!changes) return { database: whole(here, true), engine: whole(there, true) };
  return {
    database: segmentsOf(changes.filter(({ removed }) => !removed)),
    engine: segmentsOf(changes.filter(({ added }) => !added)),
  };
}

/** What has to change in the engine's text to make it the database's; `undefined` where that takes too long, or means nothing. */
function changesBetween(from: string, to: string, values: unknown[]): ChangeObject<string>[] | undefined {
  if (values.every((value) => typeof value === 'string')) return diffWordsWithSpace(from, to, PATIENCE);
  const areStructured = values.every((value) => typeof value === 'object' && value !== null);
  return areStructured ? diffLines(from, to, PATIENCE) : undefined;
}

/** Blanks between two changes belong to them: that both sides have some says nothing. */
function segmentsOf(changes: ChangeObject<string>[]): Segment[] {
  const isChange = (place: number) => {
    const change = changes[place];
    return change !== undefined && (change.added || change.removed);
  };
  const segments: Segment[] = [];
  changes.forEach(({ value }, place) => {
    const isChanged = isChange(place) || (value.trim() === '' && isChange(place - 1) && isChange(place + 1));
    const last = segments.at(-1);
    if (last?.isChanged === isChanged) last.text += value;
    else segments.push({ text: value, isChanged });
  });
  return segments;
}

function whole(text: string | null, isChanged: boolean): Segment[] | null {
  return text === null ? null : [{ text, isChanged }];
}
