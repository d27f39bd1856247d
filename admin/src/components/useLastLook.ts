import { useState } from 'react';
import { type LastLook, lastLook, type QueryLook } from './last-look';

/** What is known from the looks of a query that are over, also while the next one is under way. */
export function useLastLook(query: QueryLook): LastLook {
  const [before, setBefore] = useState<LastLook>({ error: null, at: 0 });
  const look = lastLook(before, query);
  if (look.error !== before.error || look.at !== before.at) setBefore(look);
  return look;
}
