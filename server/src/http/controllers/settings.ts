import type { Core } from '@strapi/types';
import { z } from 'zod';

import type { ConnectionVerdict, Settings } from '../../contract';
import { hostSchema } from '../../config/options';
import { EngineError } from '../../engine/search-engine';
import { pluginOf } from '../../plugin';
import { Conflict } from '../../sync/errors';
import { answering, parse } from '../answer';

const apiKey = z.string({ error: 'a string' }).max(1000, 'at most 1000 characters');

/** An absent key leaves the present one: it is never sent to the browser, so the browser cannot send it back. */
const settingsSchema = z.strictObject({ host: hostSchema, apiKey: apiKey.optional() });
const testSchema = z.strictObject({ host: hostSchema.optional(), apiKey: apiKey.optional() });

/** Milliseconds a person waits for a verdict. */
const PATIENCE = 5000;

export const settings = ({ strapi }: { strapi: Core.Strapi }) => {
  const plugin = () => pluginOf(strapi);

  /** An index that the key has to be good for. */
  const anIndex = (): string => {
    const { registry } = plugin();
    const [collection] = [...registry.synced(), ...registry.definitions.values()];
    return collection?.indexes[0] ?? 'meilisearch-sync';
  };

  const view = async (): Promise<Settings> => {
    const { connection, problems } = plugin();
    const address = await connection.current();
    return {
      host: address.host,
      apiKeySet: address.apiKey !== '',
      source: connection.source,
      problems: [...problems],
    };
  };

  return {
    find: answering(view),

    update: answering(async (request) => {
      const { connection, lanes } = plugin();
      if (connection.source === 'file') {
        throw new Conflict('the host is set in config/plugins: change it there');
      }
      const wanted = parse(settingsSchema, request.request.body);
      await connection.save({ host: wanted.host, ...(wanted.apiKey === undefined ? {} : { apiKey: wanted.apiKey }) });
      lanes.wakeByCommand();
      return view();
    }),

    test: answering(async (request): Promise<ConnectionVerdict> => {
      const { connection, engines } = plugin();
      const given = parse(testSchema, request.request.body);
      const present = await connection.current();
      const isElsewhere = given.host !== undefined && given.host !== present.host;
      // The stored key goes to the stored host only: else a test could send it to anybody.
      const key = given.apiKey ?? (isElsewhere ? '' : present.apiKey);
      const engine = engines.at({ host: given.host ?? present.host, apiKey: key }, PATIENCE);
      try {
        const version = await engine.version();
        const missingKeyActions = await engine.missingKeyActions(anIndex());
        return { reachable: true, version, missingKeyActions, error: null };
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        return { reachable: error.fault !== 'unavailable', version: null, missingKeyActions: [], error: error.message };
      }
    }),
  };
};
