import type { Core } from '@strapi/types';

import type { EngineAddress } from '../engine/engine-address';
import type { GlobalOptions } from './options';

/** The address of the default engine: from the configuration file, else from what an admin saved. */
export interface Connection {
  /** Who sets it: the file wins, and then the admin panel cannot change it. */
  readonly source: 'file' | 'database';
  current(): Promise<EngineAddress>;
  /**
   * Keeps a new address, where the file does not set it. An absent `apiKey` leaves the present one, but not with another
   * host: a key goes to nobody it was not given for.
   */
  save(address: { host: string; apiKey?: string }): Promise<void>;
}

const STORE_KEY = 'connection';

/** The file sets the address as soon as it names a host. */
export function createConnection(strapi: Core.Strapi, options: GlobalOptions): Connection {
  const store = () => strapi.store({ type: 'plugin', name: 'meilisearch' });
  const stored = async (): Promise<EngineAddress> => {
    const value = (await store().get({ key: STORE_KEY })) as Partial<EngineAddress> | null;
    return { host: value?.host ?? '', apiKey: value?.apiKey ?? '' };
  };
  const source = options.host === undefined ? 'database' : 'file';

  return {
    source,

    async current() {
      return source === 'file' ? { host: options.host ?? '', apiKey: options.apiKey ?? '' } : stored();
    },

    async save({ host, apiKey }) {
      const present = await stored();
      const kept = host === present.host ? present.apiKey : '';
      await store().set({ key: STORE_KEY, value: { host, apiKey: apiKey ?? kept } });
    },
  };
}
