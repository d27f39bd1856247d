/** A database that the playground can run on. */
export interface TestDatabase {
  /** The environment variables by which the playground finds it. */
  env: Record<string, string>;
  drop(): Promise<void>;
}

/**
 * A database with all tables and the administrator, and no entries. Tests copy it, which is faster than creating tables.
 */
export interface DatabaseTemplate {
  /** Makes it for the playground and plugin as they are built. To be called once, before tests start. */
  provide(): Promise<void>;

  copy(): Promise<TestDatabase>;
}
