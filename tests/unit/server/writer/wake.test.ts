import { createWake } from '../../../../server/src/writer/wake';

const MINUTE = 60_000;
/** Milliseconds for which commits are gathered. */
const SOON = 40;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** Whether a sleep is over, as far as it can be without time passing. */
async function isOver(sleep: Promise<unknown>): Promise<boolean> {
  let over = false;
  void sleep.then(() => {
    over = true;
  });
  await jest.advanceTimersByTimeAsync(0);
  return over;
}

/** A wake that gathers commits for a while. */
function gathering() {
  const wake = createWake();
  wake.gather(SOON);
  return wake;
}

/** Whether a sleep is over once commits are gathered. */
async function isOverSoon(sleep: Promise<unknown>): Promise<boolean> {
  await jest.advanceTimersByTimeAsync(SOON);
  return isOver(sleep);
}

describe.each(['doze', 'endure'] as const)('sleep (%s)', (sleep) => {
  it('lasts as long as it was told', async () => {
    const sleeping = createWake()[sleep](MINUTE);
    await jest.advanceTimersByTimeAsync(MINUTE - 1);
    expect(await isOver(sleeping)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await isOver(sleeping)).toBe(true);
  });

  it('is ended by a command, and leaves no timer behind', async () => {
    const wake = createWake();
    const sleeping = wake[sleep](MINUTE);
    expect(await isOver(sleeping)).toBe(false);
    wake.byCommand();
    expect(await isOver(sleeping)).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is not begun when a command came before', async () => {
    const wake = createWake();
    wake.byCommand();
    expect(await isOver(wake[sleep](MINUTE))).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is ended once by a command', async () => {
    const wake = createWake();
    wake.byCommand();
    expect(await isOver(wake[sleep](MINUTE))).toBe(true);
    expect(await isOver(wake[sleep](MINUTE))).toBe(false);
  });

  it('is ended once by many commands', async () => {
    const wake = createWake();
    const first = wake[sleep](MINUTE);
    wake.byCommand();
    wake.byCommand();
    await first;
    expect(await isOver(wake[sleep](MINUTE))).toBe(false);
  });

  it('of no time lets others have their turn and ends', async () => {
    let turns = 0;
    setImmediate(() => {
      turns += 1;
    });
    const sleeping = createWake()
      [sleep](0)
      .then(() => turns);
    await jest.advanceTimersByTimeAsync(0);
    expect(await sleeping).toBe(1);
  });
});

describe('a commit', () => {
  it('ends a doze soon, together with those that follow at once, and leaves no timer behind', async () => {
    const wake = gathering();
    const dozing = wake.doze(MINUTE);
    expect(await isOver(dozing)).toBe(false);
    wake.byCommit();
    await jest.advanceTimersByTimeAsync(SOON - 1);
    expect(await isOver(dozing)).toBe(false);
    wake.byCommit();
    await jest.advanceTimersByTimeAsync(1);
    expect(await isOver(dozing)).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends a doze at once where none are gathered', async () => {
    const wake = createWake();
    const dozing = wake.doze(MINUTE);
    expect(await isOver(dozing)).toBe(false);
    wake.byCommit();
    expect(await isOver(dozing)).toBe(true);
    wake.byCommit();
    expect(await isOver(wake.doze(MINUTE))).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('makes no doze longer, and is news for the next one', async () => {
    const wake = gathering();
    const short = wake.doze(SOON / 2);
    wake.byCommit();
    await jest.advanceTimersByTimeAsync(SOON / 2);
    expect(await short).toBe(false);
    const next = wake.doze(MINUTE);
    await jest.advanceTimersByTimeAsync(SOON / 2 - 1);
    expect(await isOver(next)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await next).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is gathered from the first one on, however many follow', async () => {
    const wake = gathering();
    const dozing = wake.doze(MINUTE);
    for (let elapsed = 0; elapsed < SOON; elapsed += 10) {
      wake.byCommit();
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(await isOver(dozing)).toBe(true);
  });

  it('that came while nobody slept counts for the next doze, once', async () => {
    const wake = gathering();
    wake.byCommit();
    expect(await isOverSoon(wake.doze(MINUTE))).toBe(true);
    expect(await isOverSoon(wake.doze(MINUTE))).toBe(false);
  });

  it('does not cut short a pause after an error', async () => {
    const wake = gathering();
    const enduring = wake.endure(MINUTE);
    wake.byCommit();
    expect(await isOver(enduring)).toBe(false);
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(await isOver(enduring)).toBe(true);
  });

  it('that came before a pause after an error does not cut it short', async () => {
    const wake = gathering();
    wake.byCommit();
    expect(await isOver(wake.endure(MINUTE))).toBe(false);
  });

  it('that came during a pause after an error counts for the next doze', async () => {
    const wake = gathering();
    const enduring = wake.endure(MINUTE);
    wake.byCommit();
    await jest.advanceTimersByTimeAsync(MINUTE);
    await enduring;
    expect(await isOverSoon(wake.doze(MINUTE))).toBe(true);
  });

  it('may come when nobody ever slept, or when a doze is long over', async () => {
    const wake = gathering();
    wake.byCommit();
    expect(await isOverSoon(wake.doze(MINUTE))).toBe(true);
    expect(() => wake.byCommit()).not.toThrow();
  });

  it('is forgotten by a doze that a command ended', async () => {
    const wake = gathering();
    wake.byCommit();
    wake.byCommand();
    expect(await isOver(wake.doze(MINUTE))).toBe(true);
    expect(await isOver(wake.endure(MINUTE))).toBe(false);
    expect(await isOverSoon(wake.doze(MINUTE))).toBe(false);
  });
});
