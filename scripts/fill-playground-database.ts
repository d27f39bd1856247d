/**
 * Program run by `playground-database.ts` in a process of its own, because Strapi's shutdown removes the signal handlers
 * of the process it runs in. The environment names the database; the argument is the number of entries.
 */

import { createHeadlessPlayground } from './headless-playground';
import { createAdminUser } from '../playground/sample-data/admin-user';
import { seed } from '../playground/sample-data/seed';
import { administrator } from './playground-database';

const REPORT_EVERY = 50_000;

/** Says from time to time how far a long seeding has come; whoever wants the results of a command reads its output alone. */
function reportProgress(entries: number): (written: number) => void {
  let next = REPORT_EVERY;
  return (written) => {
    if (written < next) return;
    console.error(`  ${written} of ${entries}`);
    next = written + REPORT_EVERY;
  };
}

async function main(): Promise<void> {
  const entries = Number(process.argv[2]);
  const strapi = createHeadlessPlayground();
  strapi.log.level = 'error';
  await strapi.load();
  await createAdminUser(strapi, administrator);
  if (entries > 0) await seed(strapi, { entries, onProgress: reportProgress(entries) });
  await strapi.destroy();
  // Strapi still counts the users for its statistics, and would fail after a minute of waiting for a connection.
  process.exit();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
