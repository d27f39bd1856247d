import { setTimeout as pause } from 'node:timers/promises';

import type { Random } from '../simulation/world/random';
import { PASSING_FAULTS } from '../support/engine-faults';
import type { EngineProxy } from '../support/engine-proxy';
import type { KeptEngine } from '../support/kept-engine';
import type { Site } from './site';

export interface World {
  site: Site;
  engine: KeptEngine;
  proxy: EngineProxy;
}

/** Something that befalls the site, and is over when the promise resolves; answers what it was, for the trace. */
export type Harm = (world: World, random: Random) => Promise<string>;

const SECOND = 1000;

const fault: Harm = async ({ proxy }, random) => {
  const { name, fault: befalls } = random.pick(PASSING_FAULTS);
  proxy.inflict(befalls);
  await pause(random.between(1, 8) * SECOND);
  proxy.inflict(null);
  return `the engine ${name}`;
};

const lie: Harm = async ({ proxy }, random) => {
  const pretence = random.pick(['canceled', 'forgotten', 'failed', 'enqueued'] as const);
  proxy.pretend(pretence);
  await pause(random.between(1, 4) * SECOND);
  proxy.tellTruth();
  return `the engine's tasks look ${pretence}`;
};

const engineRestart: Harm = async ({ engine }, random) => {
  await engine.stop();
  await pause(random.between(0, 5) * SECOND);
  await engine.start();
  return 'the engine was restarted';
};

const engineDeath: Harm = async ({ engine }) => {
  await engine.kill();
  await engine.start();
  return 'the engine was killed and started again';
};

const powerCut: Harm = async ({ site, engine }) => {
  await Promise.all([site.kill(), engine.kill()]);
  await engine.start();
  await site.start();
  return 'Strapi and the engine were killed at once and started again';
};

const siteDeath: Harm = async ({ site }) => {
  await site.kill();
  await site.start();
  return 'Strapi was killed and started again';
};

/** What befalls the site, some of it more often. */
export const HARMS: readonly Harm[] = [
  fault,
  fault,
  fault,
  fault,
  lie,
  engineRestart,
  engineDeath,
  siteDeath,
  siteDeath,
  powerCut,
];
