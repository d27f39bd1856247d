import { createHash } from 'node:crypto';

import type { CollectionDefinition } from '../collections/collection';
import { displayHost, parseHost } from '../engine/host';
import type { EngineAddress } from '../engine/engine-address';

/** An engine and the collections that go to it. Each lane has a writer of its own, for each engine has a queue of its own. */
export interface LanePlan {
  /** Names the lease: the same on every instance, and without the key in it. */
  name: string;
  address: EngineAddress;
  definitions: ReadonlyMap<string, CollectionDefinition>;
}

/** Sorts collections by the engine they go to; one without any address (not configured yet) is on no lane. */
export function planLanes(definitions: Iterable<CollectionDefinition>, common: EngineAddress): LanePlan[] {
  const lanes = new Map<string, { address: EngineAddress; definitions: Map<string, CollectionDefinition> }>();
  for (const definition of definitions) {
    const address = { ...common, ...definition.engine };
    if (address.host === '') continue;
    const name = nameOf(address, common);
    const lane = lanes.get(name) ?? { address, definitions: new Map<string, CollectionDefinition>() };
    lane.definitions.set(definition.uid, definition);
    lanes.set(name, lane);
  }
  return [...lanes].map(([name, lane]) => ({ name, ...lane }));
}

/** Two keys of one engine may open different indexes, so they are two lanes. */
function nameOf({ host, apiKey }: EngineAddress, common: EngineAddress): string {
  const plain = displayHost(parseHost(host));
  if (apiKey === common.apiKey) return plain;
  return `${plain} ${createHash('sha256').update(apiKey).digest('hex').slice(0, 8)}`;
}
