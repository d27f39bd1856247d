/** `npm run build`: builds the plugin, the playground's server and its admin panel, each only when it is out of date. */
import { buildStale } from './build-stale';
import { everything } from './build-targets';
import { runProgram } from './program';

runProgram(() => buildStale(everything));
