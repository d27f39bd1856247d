import { createRequire } from 'node:module';

import { collections } from './collections';

type PluginOptions = Readonly<Record<string, unknown>>;

/**
 * The options of the plugin besides the host and the key: those of the demo, or, for tests, the default export of the
 * module at `overrideFile` (an absolute path).
 */
export function pluginOptions(overrideFile: string | undefined): PluginOptions {
  if (!overrideFile) return { collections };
  const loaded = createRequire(__filename)(overrideFile) as { default?: PluginOptions };
  if (!loaded.default) throw new Error(`${overrideFile} has no default export`);
  return loaded.default;
}
