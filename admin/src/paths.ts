import { PLUGIN_ID } from './pluginId';

const ROOT = `/plugins/${PLUGIN_ID}`;

/** Where the plugin's pages are in the admin panel. */
export const PATHS = {
  collections: ROOT,
  runs: `${ROOT}/runs`,
  failures: `${ROOT}/failures`,
  settings: `${ROOT}/settings`,
};

/** The page of one run. */
export function runPath(id: number): string {
  return `${PATHS.runs}/${id}`;
}

/** The failures of one collection. */
export function failuresPath(uid: string): string {
  return `${PATHS.failures}?uid=${encodeURIComponent(uid)}`;
}
