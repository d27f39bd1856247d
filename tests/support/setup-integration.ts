import { buildStale } from '../../scripts/build-stale';
import { playgroundServer, plugin } from '../../scripts/build-targets';
import { provideDatabaseTemplate } from './test-database';

/** Runs once before the integration tests, so that they never meet an outdated build. */
export default async function setUp(): Promise<void> {
  await buildStale([plugin, playgroundServer]);
  await provideDatabaseTemplate();
}
