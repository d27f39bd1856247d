import type { Row } from './row';
import type { ScenarioName } from './scenario-names';
import { burst } from './scenarios/burst';
import { checks } from './scenarios/checks';
import { collectionsPage } from './scenarios/collections-page';
import { incumbent } from './scenarios/incumbent';
import { memory } from './scenarios/memory';
import { saves } from './scenarios/saves';
import { scale } from './scenarios/scale';
import { search } from './scenarios/search';
import { searchable } from './scenarios/searchable';
import { searchableDuringUpdate } from './scenarios/searchable-during-update';
import { statements } from './scenarios/statements';
import { updates } from './scenarios/updates';
import type { Bench } from './stage';

/** What each scenario does. */
export const scenarios: Record<ScenarioName, (bench: Bench) => Promise<Row[]>> = {
  saves,
  searchable,
  'searchable-during-update': searchableDuringUpdate,
  burst,
  updates,
  checks,
  search,
  memory,
  statements,
  'collections-page': collectionsPage,
  scale,
  incumbent,
};
