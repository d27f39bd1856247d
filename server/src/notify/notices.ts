import type { Core } from '@strapi/types';

import type { CollectionDefinition } from '../collections/collection';
import type { GlobalOptions } from '../config/options';
import type { RunStatus } from '../contract';
import type { SearchEngine } from '../engine/search-engine';
import type { Failures } from '../failures/failures';
import type { Ledger } from '../runs/ledger';
import type { RunItems } from '../runs/run-items';
import { isTerminal } from '../runs/run-record';
import type { Clock } from '../writer/clock';
import type { EngineWatch } from '../writer/writer';
import { createChannels } from './channels';
import { createEngineWatch } from './engine-watch';
import { createAnnounce } from './events';
import type { News } from './news';
import { createNotifier, type Notifier } from './notifier';
import { createRunNews } from './run-news';

/** Tells people, and Strapi's event hub, what happens to runs and engines. */
export interface Notices extends Pick<Notifier, 'start' | 'stop'> {
  /** To be called after the commit. Never throws. */
  runMoved(id: number, to: RunStatus): void;
  watchOf(engine: SearchEngine, host: string): EngineWatch;
}

/** @param deps.now - milliseconds since the epoch */
export function createNotices(
  strapi: Core.Strapi,
  deps: {
    ledger: Ledger;
    failures: Failures;
    definitions: ReadonlyMap<string, CollectionDefinition>;
    items: RunItems;
    options: GlobalOptions['notify'];
    clock: Clock;
    now: () => number;
  },
): Notices {
  const { ledger, failures, definitions, items, options, clock, now } = deps;
  const site = strapi.config.get<string>('admin.absoluteUrl', '').replace(/\/+$/, '');
  const announce = createAnnounce(strapi);
  const notifier = createNotifier({
    channels: createChannels(strapi, options),
    perHour: options.perHour,
    site,
    isRoundOn: async () => (await ledger.active()).some(({ kind }) => kind === 'check' || kind === 'repair'),
    clock,
    now,
    log: strapi.log,
  });
  const runNews = createRunNews({
    find: ledger.find,
    items,
    failures,
    displayNameOf: (uid) => definitions.get(uid)?.displayName ?? uid,
    site,
    announce,
  });

  const tellOfEngine = (news: News) => {
    if (news.kind === 'engine-unreachable') {
      const { host, since, error } = news;
      announce('meilisearch.engine.unreachable', { host, since, error });
    }
    notifier.tell(news);
  };

  return {
    start: notifier.start,
    stop: notifier.stop,
    runMoved(id, to) {
      if (isTerminal(to) || to === 'awaiting-confirmation') notifier.tell(() => runNews(id));
    },
    watchOf: (engine, host) =>
      createEngineWatch({ engine, host, patience: options.unreachableAfter, clock, now, tell: tellOfEngine }),
  };
}
