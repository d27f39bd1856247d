import { collections } from './collections';
import { failures } from './failures';
import { runs } from './runs';
import { settings } from './settings';
import { status } from './status';

export const controllers = { collections, failures, runs, settings, status };
