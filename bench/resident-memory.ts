import { readFile } from 'node:fs/promises';

const INTERVAL = 50;
const MEGABYTE = 1024;

/** Resident megabytes of a process. Linux tells them in a file. */
export async function residentMegabytes(pid: number): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error(`process ${pid} does not say how much memory it has`);
  return Number(kilobytes) / MEGABYTE;
}

/** The most megabytes a process has while something goes on. */
export async function peakDuring(pid: number, work: Promise<unknown>): Promise<number> {
  let peak = 0;
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    peak = Math.max(peak, await residentMegabytes(pid));
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  await over;
  return peak;
}
