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
const PLAYGROUND_DATA = ['.data', '.strapi', 'dist', 'node_modules', 'public', 'types'].map(
  (folder) => `playground/${folder}`,
);

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

export const playgroundServer: BuildTarget = {
  id: 'playground-server',
  label: 'the playground',
  inputs: { paths: [PACKAGES, 'playground'], except: [...PLAYGROUND_DATA, 'playground/src/admin'] },
  outputs: { paths: ['playground/dist'], except: ['playground/dist/build'] },
  commands: [{ name: 'tsc', args: ['-p', 'playground'] }],
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
