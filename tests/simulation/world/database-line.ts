import type { TableUid } from '../../../server/src/database/models';
import type { Random } from './random';
import type { Scheduler, SimulatedProcess } from './scheduler';

/** How things stand between the processes and their database. */
export interface DatabaseMood {
  /** Probability that a statement is lost, before or after it took effect. */
  losses: number;
  /** Milliseconds that an answer may take at most. */
  slowest: number;
}

/** The connection broke: whether the statement took effect, nobody knows. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** A process's connection to the database that all share: statements take effect at once, answers take their time. */
export function createDatabaseLine(deps: {
  scheduler: Scheduler;
  random: Random;
  mood: DatabaseMood;
  process: SimulatedProcess;
  /** Told which table a statement was about, right after it took effect; `null`: of the content. */
  onStatement: (table: TableUid | null, process: SimulatedProcess) => void;
}): <T>(table: TableUid | null, statement: () => T) => Promise<T> {
  const { scheduler, random, mood, process, onStatement } = deps;

  return async (table, statement) => {
    const delay = random.chance(0.9) ? random.between(0.1, 4) : random.between(0.1, mood.slowest);
    const isLost = random.chance(mood.losses);
    const takesEffect = !isLost || random.chance(0.5);
    const result = takesEffect ? statement() : null;
    if (takesEffect) onStatement(table, process);
    await scheduler.sleep(process, delay);
    if (isLost) throw new ConnectionLost('the connection to the database was lost');
    return result as ReturnType<typeof statement>;
  };
}
