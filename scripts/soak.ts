/** `npm run soak`: a real site, a real engine, random deeds and harm between them, and an exact comparison at the end. */
import { setTimeout as pause } from 'node:timers/promises';

import { createRandom } from '../tests/simulation/world/random';
import { differences } from '../tests/soak/comparison';
import { DEEDS } from '../tests/soak/deeds';
import { HARMS, type World } from '../tests/soak/harms';
import { openSite } from '../tests/soak/site';
import { createEngineClient } from '../tests/support/engine-client';
import { startEngineProxy } from '../tests/support/engine-proxy';
import { startKeptEngine } from '../tests/support/kept-engine';
import { endProgram, runProgram } from './program';
import { makeScratchDirectory } from './scratch-directory';
import { parseSoakArguments, usage } from './soak-arguments';

const ENTRIES = 300;
const MINUTE = 60_000;
/** Milliseconds between two deeds, and between two harms, at most. */
const BETWEEN_DEEDS = 150;
const BETWEEN_HARMS = 12_000;

const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`);

/** Does one thing after the other until time is up. Strapi refuses some, and is not always there. */
async function live(world: World, seed: number, until: number): Promise<{ done: number; refused: number }> {
  const random = createRandom(seed);
  const counts = { done: 0, refused: 0 };
  for (let turn = 1; performance.now() < until; turn += 1) {
    try {
      await random.pick(DEEDS)(world.site, random, turn);
      counts.done += 1;
    } catch (error) {
      counts.refused += 1;
      // Strapi refuses what cannot be done, and is not there while it is killed; anything else is worth a look.
      const message = error instanceof Error ? error.message : String(error);
      if (message.includes('is answered 5')) say(message);
    }
    await pause(random.between(0, BETWEEN_DEEDS));
  }
  return counts;
}

async function suffer(world: World, seed: number, until: number): Promise<number> {
  const random = createRandom(seed);
  let harms = 0;
  while (performance.now() < until) {
    say(await random.pick(HARMS)(world, random));
    harms += 1;
    await pause(random.between(0, BETWEEN_HARMS));
  }
  return harms;
}

async function main(): Promise<void> {
  const { help, minutes, seed } = parseSoakArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return;
  }
  const directory = await makeScratchDirectory('soak-');
  const engine = await startKeptEngine();
  const proxy = await startEngineProxy(engine);
  const site = await openSite(directory, proxy, ENTRIES);
  const world = { site, engine, proxy };
  say(`${minutes} minutes of deeds and harm, --seed ${seed}`);
  const until = performance.now() + minutes * MINUTE;
  const [deeds, harms] = await Promise.all([live(world, seed, until), suffer(world, seed + 1, until)]);

  say(`${deeds.done} deeds done, ${deeds.refused} refused, ${harms} harms; waiting until all is quiet`);
  const found = await differences(site, createEngineClient(engine));
  for (const difference of found) say(difference);
  say(found.length === 0 ? 'index and database are equal' : `${found.length} differences: --seed ${seed}`);
  await endProgram(found.length === 0 ? 0 : 1);
}

runProgram(main);
