import { readFile } from 'node:fs/promises';

/** A user of the operating system, by its numbers. */
export interface SystemUser {
  uid: number;
  gid: number;
}

const LEAST_PRIVILEGED = 'nobody';

/**
 * The user for a program that refuses to run as root: the preferred one if there is such a user, else "nobody".
 * `undefined` where we are not root, and the program can run as who we are.
 */
export async function unprivilegedUser(preferred: string): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const fields = [preferred, LEAST_PRIVILEGED].map((wanted) => users.find(([name]) => name === wanted)).find(Boolean);
  if (!fields) throw new Error(`Neither a user "${preferred}" nor a user "${LEAST_PRIVILEGED}" exists.`);
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}
