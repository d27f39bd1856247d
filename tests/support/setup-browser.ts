import { buildStale } from '../../scripts/build-stale';
import { everything } from '../../scripts/build-targets';
import { provideDatabaseTemplate } from './test-database';

/** Runs once before the browser tests, so that they never meet an outdated build. */
export default async function setUp(): Promise<void> {
  await buildStale(everything);
  await provideDatabaseTemplate();
}
