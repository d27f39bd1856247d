import { startMeilisearch } from '../../scripts/meilisearch-server';
import { createMeilisearchEngine } from '../../server/src/engine/meilisearch-engine';
import { createInMemoryEngine } from '../support/in-memory-engine';
import { settleTasks } from '../support/settle-tasks';
import { describeSearchEngine } from './search-engine.contract';

describeSearchEngine('Meilisearch', async () => {
  const server = await startMeilisearch();
  const engine = createMeilisearchEngine({ ...server, timeout: 10_000 });
  return { engine, settle: (tasks) => settleTasks(engine, tasks), stop: () => server.stop() };
});

describeSearchEngine('in memory', async () => {
  const engine = createInMemoryEngine({ processing: 'on-demand' });
  return {
    engine,
    settle: async (tasks) => {
      engine.process();
      return engine.tasks(tasks.map(({ uid }) => uid));
    },
    stop: async () => undefined,
  };
});
