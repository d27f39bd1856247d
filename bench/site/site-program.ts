/**
 * Program run by `site.ts` in a process of its own: the built playground, or a copy of it, without its admin panel, which
 * does what the bench calls for. It ends with the bench.
 */

import { createHeadlessPlayground } from '../../scripts/headless-playground';
import { type Call, READY, type Reply } from './calls';
import { addManyCollections } from './many-collections';
import { createDeeds, type Deeds } from './deeds';

process.on('disconnect', () => process.exit());

async function answer(deeds: Deeds, { id, deed, parameters }: Call): Promise<Reply> {
  try {
    const work = deeds[deed as keyof Deeds] as (parameters: unknown) => Promise<unknown>;
    return { id, value: await work(parameters) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function main(): Promise<void> {
  const { HOST, PORT, BENCH_APPLICATION, BENCH_MANY_COLLECTIONS } = process.env;
  const strapi = createHeadlessPlayground(BENCH_APPLICATION);
  strapi.log.level = 'warn';
  if (BENCH_MANY_COLLECTIONS) addManyCollections(strapi);
  await strapi.load();
  await new Promise<void>((resolve) => strapi.server.listen(Number(PORT), HOST ?? '', () => resolve()));
  const deeds = createDeeds(strapi);
  process.on('message', (call: Call) => void answer(deeds, call).then((reply) => process.send?.(reply)));
  process.send?.(READY);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
