import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type BuildTarget } from './build-targets';
import { fingerprint, listFiles } from './fingerprint';
import { cacheDirectory } from './repository';
import { runQuietly } from './run-command';

interface BuildRecord {
  inputs: string | null;
  outputs: string | null;
}

async function readRecord(file: string): Promise<BuildRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as BuildRecord;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function buildIfStale(target: BuildTarget): Promise<void> {
  const recordFile = join(cacheDirectory, `${target.id}.json`);
  const record = await readRecord(recordFile);
  const inputs = await fingerprint(target.inputs);
  const outputs = await fingerprint(target.outputs);
  if (outputs !== null && record?.inputs === inputs && record.outputs === outputs) return;

  console.error(`Building ${target.label} …`);
  for (const leftover of await listFiles(target.outputs)) await rm(leftover);
  for (const command of target.commands) await runQuietly(command, target.id);
  const built: BuildRecord = { inputs, outputs: await fingerprint(target.outputs) };
  await mkdir(cacheDirectory, { recursive: true });
  await writeFile(recordFile, JSON.stringify(built));
}

/** Builds the targets whose inputs or outputs are not those of their last build. @throws when one fails */
export async function buildStale(targets: BuildTarget[]): Promise<void> {
  for (const target of targets) await buildIfStale(target);
}
