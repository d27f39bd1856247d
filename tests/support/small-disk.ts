import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A filesystem of a few megabytes, in memory. */
export interface SmallDisk {
  /** Bytes that are left. */
  room(): Promise<number>;
  /** Makes it larger under whoever uses it. */
  enlarge(megabytes: number): Promise<void>;
  /** Takes it away, and all that is on it; nobody may use it any more. */
  unmount(): Promise<void>;
}

const sized = (megabytes: number) => `size=${megabytes}m`;
const mounting = (directory: string, megabytes: number) => ['-t', 'tmpfs', '-o', sized(megabytes), 'tmpfs', directory];

/** Why small disks cannot be had here, or `null` where they can: it takes root on Linux, and not every container lets it. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'Mounting a filesystem takes root on Linux.';
  const directory = mkdtempSync(join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', mounting(directory, 1), { stdio: 'pipe' });
    execFileSync('umount', [directory], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error);
  } finally {
    rmdirSync(directory);
  }
}

/** Mounts a small disk at this path, which is made. */
export async function mountSmallDisk(directory: string, megabytes: number): Promise<SmallDisk> {
  const run = promisify(execFile);
  await mkdir(directory, { recursive: true });
  await run('mount', mounting(directory, megabytes));
  return {
    async room() {
      const { bavail, bsize } = await statfs(directory);
      return bavail * bsize;
    },
    async enlarge(more) {
      await run('mount', ['-o', `remount,${sized(more)}`, directory]);
    },
    async unmount() {
      await run('umount', [directory]);
    },
  };
}
