import { collections } from './collections';
import { documents } from './documents';
import { failures } from './failures';
import { runs } from './runs';
import { settings } from './settings';
import { status } from './status';

export const controllers = { collections, documents, failures, runs, settings, status };
