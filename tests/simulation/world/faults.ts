import type { EnqueuedTask } from '../../../server/src/engine/search-engine';
import { OFFER_INDEX, SHARED_INDEX } from './collections';
import { MODELS } from './content';
import { MISHAPS } from './network';
import type { SimulatedProcess } from './scheduler';
import type { World } from './world';

interface Fault {
  weight: number;
  /** Lets it happen, and tells what did. */
  strike(world: World): string | Promise<string>;
}

const HOUR = 3_600_000;
const anyIndex = ({ random }: World) => random.pick([OFFER_INDEX, SHARED_INDEX]);

/** Something that ends by itself. */
function forAWhile({ scheduler, random }: World, longest: number, end: () => void): string {
  const duration = random.between(50, longest);
  scheduler.after(null, duration, end);
  return `for ${(duration / 1000).toFixed(1)} s`;
}

async function tamper(world: World, index: string, sent: Promise<EnqueuedTask>, deletesIndex = false): Promise<void> {
  world.oracle.tamper(index, (await sent).uid, deletesIndex);
}

const anyProcess = ({ random, living }: World): SimulatedProcess => random.pick(living()).process;

/** A document of ours in an index; `null` where there is none. */
function anyStored(world: World, index: string) {
  const owned = [...(world.engine.contents(index)?.values() ?? [])].filter(
    ({ _strapi }) => _strapi && _strapi.uid in MODELS,
  );
  return owned.length > 0 ? world.random.pick(owned) : null;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'engine requests go wrong': {
    weight: 12,
    strike(world) {
      const { random, weather } = world;
      const mishap = random.pick(MISHAPS);
      const trouble = { mishap, probability: random.pick([0.1, 0.3, 0.6, 1]) };
      weather.mishaps = [...weather.mishaps, trouble];
      const end = () => {
        weather.mishaps = weather.mishaps.filter((other) => other !== trouble);
      };
      return `${mishap}, ${trouble.probability * 100} %, ${forAWhile(world, 15_000, end)}`;
    },
  },
  'engine works on nothing': {
    weight: 3,
    strike({ random, scheduler, engineState }) {
      const duration = random.between(100, 20_000);
      engineState.pausedUntil = scheduler.now() + duration;
      return `for ${(duration / 1000).toFixed(1)} s`;
    },
  },
  'engine fails a batch': {
    weight: 5,
    strike({ random, engine }) {
      const complaint = random.pick([
        { code: 'internal', message: 'panicked', type: 'internal' },
        { code: 'no_space_left_on_device', message: 'no space left', type: 'system' },
      ]);
      const times = random.pick([1, 1, 2, 5]);
      for (let time = 0; time < times; time += 1) engine.failNextBatch(complaint);
      return `${complaint.code}, ${times} times`;
    },
  },
  'tasks are canceled': {
    weight: 3,
    strike({ engine }) {
      engine.cancelQueued();
      return 'all that are enqueued';
    },
  },
  'tasks are forgotten': {
    weight: 3,
    strike({ engine }) {
      engine.forgetTasks();
      return 'all that are over';
    },
  },
  'index is deleted': {
    weight: 1,
    async strike(world) {
      const index = anyIndex(world);
      await tamper(world, index, world.engine.deleteIndex(index), true);
      return index;
    },
  },
  'document is edited behind our back': {
    weight: 2,
    async strike(world) {
      const index = anyIndex(world);
      const document = anyStored(world, index);
      if (!document) return 'none';
      await tamper(world, index, world.engine.addDocuments(index, [JSON.stringify({ ...document, title: 'edited' })]));
      return `${document._meilisearch_id} in ${index}`;
    },
  },
  'document is deleted behind our back': {
    weight: 2,
    async strike(world) {
      const index = anyIndex(world);
      const id = anyStored(world, index)?._meilisearch_id;
      if (id === undefined) return 'none';
      await tamper(world, index, world.engine.deleteDocuments(index, [id]));
      return `${id} in ${index}`;
    },
  },
  'settings are reset': {
    weight: 1,
    async strike(world) {
      const index = anyIndex(world);
      const patch = { filterableAttributes: null, searchableAttributes: null };
      await tamper(world, index, world.engine.updateSettings(index, patch));
      return index;
    },
  },
  'transformEntry throws': {
    weight: 3,
    strike(world) {
      world.content.breakTransform(true);
      return forAWhile(world, 60_000, () => world.content.breakTransform(false));
    },
  },
  "engine's clock jumps": {
    weight: 2,
    strike({ random, engineState }) {
      const jump = Math.floor(random.between(-3, 3) * random.pick([1000, HOUR, 24 * HOUR]));
      engineState.clockOffset += jump;
      return `by ${jump / 1000} s`;
    },
  },
  "application's clock jumps": {
    weight: 2,
    strike(world) {
      const process = anyProcess(world);
      const jump = Math.floor(world.random.between(-1, 1) * HOUR);
      process.wallOffset += jump;
      return `${process.name} by ${jump / 1000} s`;
    },
  },
  'process dies': {
    weight: 6,
    strike(world) {
      const { random, scheduler, light, kill, boot, tell } = world;
      const process = anyProcess(world);
      light(process, 1 + random.below(40), () => {
        tell(`${process.name} dies`);
        kill(process);
        scheduler.after(null, random.between(500, 40_000), () => void boot(random.pick([[], ['le'], ['le', 'la']])));
      });
      return `${process.name}, soon`;
    },
  },
  'process stalls': {
    weight: 4,
    strike(world) {
      const { random, scheduler, light, tell } = world;
      const process = anyProcess(world);
      light(process, 1 + random.below(40), () => {
        const duration = random.between(1000, 40_000);
        tell(`${process.name} stalls for ${(duration / 1000).toFixed(1)} s`);
        process.stalledUntil = scheduler.now() + duration;
      });
      return `${process.name}, soon`;
    },
  },
  'process is stopped': {
    weight: 2,
    strike(world) {
      const { random, scheduler, retire, kill, boot, tell, living } = world;
      const { process, lanes } = random.pick(living());
      const end = (how: string) => {
        tell(`${process.name} has stopped ${how}`);
        kill(process);
        scheduler.after(null, random.between(500, 20_000), () => void boot(random.pick([[], ['le']])));
      };
      const stop = () => {
        // What users have begun is done first.
        if (process.busyWith > 0) scheduler.after(process, 20, stop);
        else
          lanes.stop().then(
            () => end('in order'),
            (error: unknown) => end(`because of ${String(error)}`),
          );
      };
      retire(process);
      stop();
      return process.name;
    },
  },
  'database loses statements': {
    weight: 3,
    strike(world) {
      const { mood, random } = world;
      mood.losses = random.pick([0.02, 0.1, 0.5]);
      const end = () => {
        mood.losses = 0;
      };
      return `${mood.losses * 100} %, ${forAWhile(world, 10_000, end)}`;
    },
  },
};

const WEIGHTS = Object.fromEntries(Object.entries(FAULTS).map(([name, { weight }]) => [name, weight]));

/** Lets something go wrong. */
export async function strike(world: World): Promise<void> {
  if (world.living().length === 0) return;
  const name = world.random.weighted(WEIGHTS);
  const what = await FAULTS[name]!.strike(world);
  world.faults.add(name);
  world.tell(`FAULT ${name}: ${what}`);
}
