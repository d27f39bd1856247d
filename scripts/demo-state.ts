import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { playgroundDirectory } from './repository';

/** Where everything lies that a demo leaves behind; ignored by git. */
export const demoDirectory = join(playgroundDirectory, '.data', 'demo');
export const demoStateFile = join(demoDirectory, 'state.json');

/** What a demo must remember to find its data again at the next start. */
export interface DemoState {
  /** Master key of the search engine. */
  engineKey: string;
  /** Ports of the last start, taken again when they are free. */
  enginePort?: number;
  strapiPort?: number;
  /** Offers and housing ads the database was created with. */
  entries?: number;
}

/** The state of the last demo, or that of a first one. */
export async function readDemoState(): Promise<DemoState> {
  try {
    return JSON.parse(await readFile(demoStateFile, 'utf8')) as DemoState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { engineKey: randomBytes(24).toString('hex') };
    throw error;
  }
}

/** Only its owner may read it, for the sake of the key. */
export async function writeDemoState(state: DemoState): Promise<void> {
  await mkdir(dirname(demoStateFile), { recursive: true });
  await writeFile(demoStateFile, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
}
