import { readFile } from 'node:fs/promises';

import { samplesDuring } from './sampling';

const INTERVAL = 50;
const KILOBYTES_PER_MEGABYTE = 1024;

/** Resident megabytes of a process. Linux tells them in a file. */
export async function residentMegabytes(pid: number): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error(`process ${pid} does not say how much memory it has`);
  return Number(kilobytes) / KILOBYTES_PER_MEGABYTE;
}

/** The most megabytes a process has while something goes on. */
export async function peakDuring(pid: number, work: Promise<unknown>): Promise<number> {
  const sizes = await samplesDuring(work, INTERVAL, () => residentMegabytes(pid));
  return sizes.reduce((peak, size) => Math.max(peak, size), 0);
}
