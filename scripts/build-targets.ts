import { type FileSet } from './fingerprint';
import { playgroundDirectory } from './repository';
import { type Command } from './run-command';

export interface BuildTarget {
  id: string;
  /** Ends the sentence "Building …". */
  label: string;
  inputs: FileSet;
  outputs: FileSet;
  commands: Command[];
}

/** The versions of packages decide what comes out as well. */
const PACKAGES = 'package-lock.json';
const PLAYGROUND_RESULTS = ['database', 'dist', 'node_modules', 'public', 'types'].map((name) => `playground/${name}`);

export const plugin: BuildTarget = {
  id: 'plugin',
  label: 'the plugin',
  inputs: {
    paths: [PACKAGES, 'package.json', 'tsconfig.json', 'strapi-server.ts', 'strapi-admin.ts', 'server', 'admin'],
  },
  outputs: { paths: ['dist'] },
  // The bundler does not check types.
  commands: [
    { name: 'tsc', args: ['--noEmit', '-p', 'server/tsconfig.build.json'] },
    { name: 'tsc', args: ['--noEmit', '-p', 'admin/tsconfig.build.json'] },
    { name: 'strapi-plugin', args: ['build'] },
  ],
};

/**
 * Strapi's base configuration keeps the compiler's memory among the packages, and a compiler that remembers does not
 * write again what was deleted.
 */
export const NOT_INCREMENTAL = ['--incremental', 'false', '--tsBuildInfoFile', 'null'];

export const playgroundServer: BuildTarget = {
  id: 'playground-server',
  label: 'the playground',
  inputs: { paths: [PACKAGES, 'playground'], except: [...PLAYGROUND_RESULTS, 'playground/src/admin'] },
  outputs: { paths: ['playground/dist'], except: ['playground/dist/build'] },
  commands: [{ name: 'tsc', args: ['-p', 'playground', ...NOT_INCREMENTAL] }],
};

export const adminPanel: BuildTarget = {
  id: 'admin-panel',
  label: 'the admin panel (a minute or two)',
  inputs: {
    paths: [
      PACKAGES,
      'dist/admin',
      'playground/src/admin',
      'playground/config',
      'playground/environment',
      'playground/search',
    ],
  },
  outputs: { paths: ['playground/dist/build'] },
  commands: [{ name: 'strapi', args: ['build'], cwd: playgroundDirectory }],
};

/** In the order in which they need each other. */
export const everything = [plugin, playgroundServer, adminPanel];
