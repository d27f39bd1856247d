import { createDocumentActions } from '../../../../server/src/capture/document-actions';

const OFFER = 'api::offer.offer';
const CITY = 'api::city.city';

const actions = createDocumentActions();
const on = (name: string, documentId: string | null = 'a', uid = OFFER) => ({ name, uid, documentId });

/** What is true at some moment within a write: of a document of offers. */
const observe = (documentId = 'a', uid = OFFER) => ({
  running: actions.isRunningOn(uid, documentId),
  replacing: actions.isReplacing(uid, documentId),
});

const NOTHING = { running: false, replacing: false };

/** What an action comes to whose write does nothing but this. */
const during = async <T>(action: ReturnType<typeof on>, write: () => T | Promise<T>) =>
  (await actions.run(action, async () => write())).result;

/** Ends when it is told to. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

describe('an action', () => {
  it('is running on its own document, and on no other', async () => {
    expect(await during(on('update'), () => [observe('a'), observe('b'), observe('a', CITY)])).toEqual([
      { running: true, replacing: true },
      NOTHING,
      NOTHING,
    ]);
  });

  it('that creates a document is running on none that there was before', async () => {
    expect(await during(on('create', null), () => observe('a'))).toEqual(NOTHING);
  });

  it('is over when it ends', async () => {
    await actions.run(on('update'), async () => undefined);
    expect(observe()).toEqual(NOTHING);
  });

  it('is over when it fails, with its own error', async () => {
    const error = new Error('not unique');
    await expect(actions.run(on('update'), () => Promise.reject(error))).rejects.toBe(error);
    expect(observe()).toEqual(NOTHING);
  });

  it('answers with what the write answers', async () => {
    const result = { documentId: 'a' };
    expect((await actions.run(on('update'), async () => result)).result).toBe(result);
  });

  it.each([
    ['update', true],
    ['publish', true],
    ['discardDraft', true],
    ['unpublish', false],
    ['delete', false],
    ['clone', false],
    ['create', false],
  ])('%s puts another row in the place of a deleted one: %s', async (name, replaces) => {
    expect(await during(on(name), () => actions.isReplacing(OFFER, 'a'))).toBe(replaces);
  });
});

describe('a row that waits for its replacement', () => {
  const entry = (locale: string | null = null, documentId = 'a') => ({ documentId, locale });
  const replacement = async () => new Map();
  const wait = (locale?: string) => actions.awaitReplacement(OFFER, entry(locale), replacement);

  it('gets it once', async () => {
    await during(on('publish'), () => {
      wait();
      expect(actions.takeReplacement(OFFER, entry())).toBe(replacement);
      expect(actions.takeReplacement(OFFER, entry())).toBeUndefined();
    });
  });

  it('gets that of its own document, type and locale', async () => {
    await during(on('publish'), () => {
      wait('en');
      expect(actions.takeReplacement(OFFER, entry('fr'))).toBeUndefined();
      expect(actions.takeReplacement(OFFER, entry('en', 'b'))).toBeUndefined();
      expect(actions.takeReplacement(CITY, entry('en'))).toBeUndefined();
      expect(actions.takeReplacement(OFFER, entry('en'))).toBe(replacement);
    });
  });

  it('waits no longer than the action that replaces it', async () => {
    await during(on('publish'), () => wait());
    expect(await during(on('publish'), () => actions.takeReplacement(OFFER, entry()))).toBeUndefined();
  });

  it('may be deleted and replaced within another action', async () => {
    await during(on('publish'), async () => {
      wait();
      expect(await during(on('update', 'b'), () => actions.takeReplacement(OFFER, entry()))).toBe(replacement);
    });
  });
});

describe('the draft that an update is about', () => {
  const take = (documentId = 'a', uid = OFFER) => actions.takeDraft(uid, documentId);

  it('is written once', async () => {
    expect(await during(on('update'), () => [take(), take()])).toEqual([true, false]);
  });

  it('is of its own document and type', async () => {
    expect(await during(on('update'), () => [take('b'), take('a', CITY), take()])).toEqual([false, false, true]);
  });

  it.each(['create', 'publish', 'unpublish', 'discardDraft', 'delete', 'clone'])(
    'is none where it is %s',
    async (name) => {
      expect(await during(on(name), () => take())).toBe(false);
    },
  );

  it('is one for each of two updates, one within the other', async () => {
    const taken = await during(on('update'), async () => [
      ...(await during(on('update'), () => [take()])),
      take(),
      take(),
    ]);
    expect(taken).toEqual([true, true, false]);
  });
});

describe('an action within another', () => {
  it('runs on the documents of both', async () => {
    const seen = await during(on('delete'), () => during(on('update', 'b'), () => [observe('a'), observe('b')]));
    expect(seen).toEqual([
      { running: true, replacing: false },
      { running: true, replacing: true },
    ]);
  });

  it('replaces what the outer one replaces', async () => {
    const seen = await during(on('publish'), () => during(on('delete'), observe));
    expect(seen).toEqual({ running: true, replacing: true });
  });

  it('lets the outer one know what was seen', async () => {
    const outer = await actions.run(on('publish', 'a'), () =>
      actions.run(on('update', 'b'), async () => {
        actions.see(CITY, 'c');
      }),
    );
    expect(outer.hasSeen(CITY, 'c')).toBe(true);
    expect(outer.result.hasSeen(CITY, 'c')).toBe(true);
  });

  it('does not know what was seen before it', async () => {
    const outer = await actions.run(on('publish'), () => {
      actions.see(CITY, 'c');
      return actions.run(on('update', 'b'), async () => undefined);
    });
    expect(outer.result.hasSeen(CITY, 'c')).toBe(false);
  });
});

describe('what lifecycles see', () => {
  it('is told by document and type', async () => {
    const { hasSeen } = await actions.run(on('update'), async () => {
      actions.see(OFFER, 'a');
    });
    expect(hasSeen(OFFER, 'a')).toBe(true);
    expect(hasSeen(OFFER, 'b')).toBe(false);
    expect(hasSeen(CITY, 'a')).toBe(false);
  });

  it('outside of any action is nobody else’s', async () => {
    actions.see(OFFER, 'a');
    const { hasSeen } = await actions.run(on('update'), async () => undefined);
    expect(hasSeen(OFFER, 'a')).toBe(false);
  });
});

describe('actions side by side', () => {
  it('know nothing of each other', async () => {
    const { opened, open } = gate();
    const waiting = actions.run(on('publish', 'a'), async () => {
      await opened;
      return [observe('a').running, observe('b').running];
    });
    const other = await actions.run(on('update', 'b'), async () => {
      actions.see(CITY, 'c');
      return [observe('a').running, observe('b').running];
    });
    open();
    const { result, hasSeen } = await waiting;
    expect(result).toEqual([true, false]);
    expect(other.result).toEqual([false, true]);
    expect(hasSeen(CITY, 'c')).toBe(false);
  });
});
