import { business } from './business';
import { communication } from './communication';
import { digital } from './digital';
import { engineering } from './engineering';
import { health } from './health';
import type { Profession } from './profession';
import { studentJobs } from './student-jobs';

export type { Profession } from './profession';

const all = { ...business, ...communication, ...digital, ...engineering, ...health, ...studentJobs };

export type ProfessionKey = keyof typeof all;

export const professions: Readonly<Record<ProfessionKey, Profession>> = all;
