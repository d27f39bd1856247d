import type { Clock } from '../writer/clock';
import { createWake } from '../writer/wake';
import type { Channel } from './channels';
import type { Digest } from './digest';
import type { News } from './news';
import { waitBeforeSending } from './when-to-send';

/** Milliseconds that a channel may take; a mail provider knows no end by itself. */
const PATIENCE = 10_000;
/** Milliseconds between looks where nothing waits; news wakes it at once. */
const IDLE = 3_600_000;

/** Tells what is worth telling, in a task of its own: never in a request, never in a transaction. */
export interface Notifier {
  start(): void;
  /** Sends what still waits, unless there were too many mails of late; that is logged then. */
  stop(): Promise<void>;
  /** Takes what happened, at once and without an error; what it is worth is found out later. */
  tell(happened: News | (() => Promise<News | null>)): void;
}

/**
 * @param deps.isRoundOn - whether checks and repairs are on, so that more may come
 * @param deps.now - milliseconds since the epoch
 */
export function createNotifier(deps: {
  channels: readonly Channel[];
  perHour: number;
  site: string;
  isRoundOn: () => Promise<boolean>;
  clock: Clock;
  now: () => number;
  log: { error(message: string): void; warn(message: string): void };
}): Notifier {
  const { channels, perHour, site, isRoundOn, clock, now, log } = deps;
  const wake = createWake(clock);
  let happenings: Parameters<Notifier['tell']>[0][] = [];
  let news: News[] = [];
  let since = 0;
  let sent: number[] = [];
  let isStopping = false;
  let running: Promise<void> | null = null;

  /** Finds out what the latest happenings are worth. */
  const sift = async () => {
    const latest = happenings;
    happenings = [];
    for (const happened of latest) {
      const found = await attempt('what happened could not be read', async () =>
        typeof happened === 'function' ? happened() : happened,
      );
      if (!found) continue;
      if (news.length === 0) since = clock.monotonic();
      news.push(found);
    }
  };

  const attempt = async <T>(complaint: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      log.error(`meilisearch: ${complaint}: ${explain(error)}`);
      return null;
    }
  };

  const send = async () => {
    const digest: Digest = { at: new Date(now()).toISOString(), site, news };
    news = [];
    sent = [...sent, clock.monotonic()].slice(-perHour);
    await Promise.all(
      channels.map(({ name, send: sendTo }) =>
        attempt(`a notice could not be sent ${name}`, () => within(PATIENCE, clock, sendTo(digest))),
      ),
    );
  };

  /** Answers how long to wait for more, in milliseconds. */
  const turn = async (): Promise<number> => {
    await sift();
    // Without anybody to tell, only events are announced.
    if (channels.length === 0) news = [];
    if (news.length === 0) return IDLE;
    // An engine that is away is told soon: the checks that wait for it may take as long as it does.
    const mayWait = news.every(({ kind }) => kind === 'run');
    const isOn = mayWait && ((await attempt('the ledger cannot be read', isRoundOn)) ?? false);
    const wait = waitBeforeSending({ since, sent, isRoundOn: isOn }, clock.monotonic(), perHour);
    if (wait > 0) return wait;
    await send();
    return 0;
  };

  const loop = async () => {
    while (!isStopping) await wake.doze(await turn());
    await sift();
    if (news.length === 0 || channels.length === 0) return;
    const isAllowed = waitBeforeSending({ since: -Infinity, sent, isRoundOn: false }, clock.monotonic(), perHour) === 0;
    if (isAllowed) await send();
    else log.warn(`meilisearch: stopped before these could be told: ${JSON.stringify(news)}`);
  };

  return {
    start() {
      running ??= loop();
    },

    async stop() {
      isStopping = true;
      wake.byCommand();
      await running;
    },

    tell(happened) {
      if (!running) return;
      happenings.push(happened);
      wake.byCommit();
    },
  };
}

function within<T>(milliseconds: number, clock: Clock, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = clock.after(milliseconds, () => reject(new Error(`no end after ${milliseconds} ms`)));
    work.then(resolve, reject).finally(callOff);
  });
}

/** An error of `fetch` says only that it failed; its cause says why. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
