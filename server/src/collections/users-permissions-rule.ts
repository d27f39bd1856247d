import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { Struct } from '@strapi/types';

import type { Entry } from '../config/options';

/** A rule for public answers of the content API, registered by the application or a plugin. */
export type OutputRule = (schema: Struct.Schema) => (entry: Entry) => Promise<Entry>;

const PACKAGE = '@strapi/plugin-users-permissions/package.json';
/** Where the plugin makes its rule: no part of its interface, so what is found here is only compared with what is registered. */
const PLACE = ['dist', 'server', 'utils', 'sanitize', 'sanitizers.js'];

/** The module as the plugin's bundler leaves it. */
interface Sanitizers {
  __require?: () => { defaultSanitizeOutput?: OutputRule };
}

/**
 * The rule that users-permissions registers, which is part of nearly every Strapi: it takes users out of roles. Unlike what
 * others register it is known to depend on schemas alone, and so need not walk through every entry.
 * @param root - the application's directory
 * @returns `null` where it is not found: then nothing is known of any rule
 */
export function findUsersPermissionsRule(root: string): OutputRule | null {
  const requireThere = createRequire(join(root, 'package.json'));
  try {
    const module = requireThere(join(requireThere.resolve(PACKAGE), '..', ...PLACE)) as Sanitizers;
    return module.__require?.().defaultSanitizeOutput ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
