import { describeExit, startSupervisedProcess } from '../supervised-process';
import type { DatabaseSystem } from './database-system';

/** The command that installs a server on Debian and its kin. */
export const installation = ({ debian }: DatabaseSystem): string =>
  `apt-get update && apt-get install --yes --no-install-recommends ${debian.package}`;

/**
 * Installs a server. Debian may start it on its usual port too, which disturbs nobody.
 *
 * @throws when that fails
 */
export async function installServer(system: DatabaseSystem): Promise<void> {
  const apt = await startSupervisedProcess({
    command: '/bin/sh',
    args: ['-c', installation(system)],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    output: 'inherit',
  });
  const exit = await apt.exited;
  if (exit.code !== 0) throw new Error(`${system.name} could not be installed: ${describeExit(exit)}.`);
}
