import { setTimeout as delay } from 'node:timers/promises';
import type { EnqueuedTask, SearchEngine, Task } from '../../server/src/engine/search-engine';

const PATIENCE_MS = 60_000;

/** Waits until the engine is done with these tasks, and answers how each ended, in the order given. */
export async function settleTasks(engine: SearchEngine, tasks: readonly EnqueuedTask[]): Promise<Task[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const states = await engine.tasks(tasks.map(({ uid }) => uid));
    const open = states.filter(({ status }) => status === 'enqueued' || status === 'processing');
    if (open.length === 0) return states;
    if (Date.now() > deadline) throw new Error(`Not done after ${PATIENCE_MS / 1000} s: ${JSON.stringify(open)}`);
    await delay(20);
  }
}
