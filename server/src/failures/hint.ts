import type { Failure } from '../contract';

/** What a person can do about what the engine refuses, by its words. */
const PUSH_HINTS: readonly { when: RegExp; hint: string }[] = [
  {
    when: /_geo|latitude|longitude/i,
    hint: '`_geo` must be an object with a numeric `lat` and `lng`, or be left out.',
  },
  { when: /_vectors|embedd/i, hint: 'Check `_vectors` against the embedders of the index.' },
  {
    when: /document id/i,
    hint: 'Ids may have letters, digits, "-" and "_", at most 511: check the documentId and the locale of this entry.',
  },
  {
    when: /payload.*(large|limit)|too large/i,
    hint: 'Leave out large fields in `transformEntry` or `entriesQuery.fields`.',
  },
];

const HINTS: Record<Exclude<Failure['stage'], 'push'>, string> = {
  read: 'The entry could not be read: check `entriesQuery` of this collection (populate, fields, filters).',
  transform: 'Thrown by `filterEntry` or `transformEntry` of this collection: make it cope with this entry.',
};

/** Our advice beside the cause; `null` where the cause says it all. */
export function hintFor({ stage, message }: Pick<Failure, 'stage' | 'message'>): string | null {
  if (stage !== 'push') return HINTS[stage];
  return PUSH_HINTS.find(({ when }) => when.test(message))?.hint ?? null;
}
