/**
 * Program run by `playground-child.ts` in a process of its own. It boots the built playground without its admin panel, and
 * obeys what a test orders by `POST /orders`, past Strapi and its permissions.
 */
import http from 'node:http';
import { createRequire } from 'node:module';

import type { Core } from '@strapi/strapi';

import { createHeadlessPlayground } from '../../scripts/headless-playground';
import type { Gate } from './gate';
import type { Orders } from './playground-child';
import { INSTANCE_HEADER } from './push-recorder';

type Middleware = Parameters<Core.Strapi['server']['use']>[0];

/** The gate that updates wait at, which the test's configuration exports. */
function gateOf(config: string): { gate: Gate; waitsAt: Set<unknown> } {
  return (createRequire(__filename)(config) as { reading: { gate: Gate; waitsAt: Set<unknown> } }).reading;
}

/** Does what a test orders, and answers how many wait at the gate. */
function obeying(config: string): Middleware {
  return async (context, next) => {
    if (context.path !== '/orders') return next();
    const chunks: Buffer[] = [];
    for await (const chunk of context.req) chunks.push(chunk as Buffer);
    const { breakAt, waitAt, gate: order } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Orders;
    const { gate, waitsAt } = gateOf(config);
    if (breakAt !== undefined) process.env.MEILISEARCH_SYNC_FAILPOINT = breakAt;
    if (waitAt !== undefined) {
      waitsAt.clear();
      for (const title of waitAt) waitsAt.add(title);
    }
    if (order === 'open' || order === 'step') gate.open();
    if (order === 'shut' || order === 'step') gate.shut();
    context.body = { waiting: gate.waiting };
  };
}

/** Tells who listens between this process and the engine which process asks. */
function signRequests(): void {
  const request = http.request.bind(http);
  http.request = ((...args: Parameters<typeof http.request>) => {
    const outgoing = request(...args);
    outgoing.setHeader(INSTANCE_HEADER, String(process.pid));
    return outgoing;
  }) as typeof http.request;
}

async function main(): Promise<void> {
  const { PLAYGROUND_PLUGIN_CONFIG: config, HOST, PORT } = process.env;
  if (!config || !HOST || !PORT) throw new Error('PLAYGROUND_PLUGIN_CONFIG, HOST and PORT are needed.');
  signRequests();
  const strapi = createHeadlessPlayground();
  strapi.log.level = 'warn';
  strapi.server.use(obeying(config));
  await strapi.load();
  strapi.server.listen(Number(PORT), HOST);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
