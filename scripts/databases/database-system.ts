import type { Knex } from 'knex';

/** Who may do everything on a server. */
export interface Credentials {
  username: string;
  password: string;
}

/** What a server of its own is started with. Its folder is empty, and belongs to the user the server runs as. */
export interface ServerSetup extends Credentials {
  directory: string;
  port: number;
}

export interface ServerCommand {
  command: string;
  args: string[];
}

/** What has to be known of a kind of database server, to run one for tests and to copy databases on it. */
export interface DatabaseSystem {
  /** As it is called in messages. */
  name: string;
  /** As Strapi calls it, in `DATABASE_CLIENT`. */
  client: 'postgres' | 'mysql';
  /** As knex calls its driver. */
  driver: 'pg' | 'mysql2';
  /** The database that every server has. */
  ownDatabase: string;
  /** Debian's package of the server, and the user it runs as. */
  debian: { package: string; user: string };
  /** Its SQL for the version of the server. */
  versionQuery: string;
  stopSignal: 'SIGTERM' | 'SIGINT';

  /** Path of the server's executable, where one is installed. */
  find(): string | undefined;

  /** What to run, once, in a new server's folder, which gets the files that it needs. */
  initialize(server: string, setup: ServerSetup): Promise<ServerCommand>;

  /** What to run as the server. Nobody's data are at stake, so that it need not survive a power cut. */
  serve(server: string, setup: ServerSetup): ServerCommand;

  /** Creates a database that equals another one, which nobody uses meanwhile. */
  copyDatabase(connection: Knex, from: string, to: string): Promise<void>;

  /** Drops a database, where there is one, and disconnects who still uses it. */
  dropDatabase(connection: Knex, name: string): Promise<void>;
}
