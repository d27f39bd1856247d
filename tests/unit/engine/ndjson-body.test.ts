import fc from 'fast-check';

import { NdjsonBody } from '../../../server/src/engine/ndjson-body';

const KILOBYTE = 1024;

describe('a body of newline-delimited JSON', () => {
  it('holds every line, in text or in bytes, and says beforehand how long it is', () => {
    const line = fc.oneof(
      fc.json(),
      fc.json().map((text) => Buffer.from(text)),
      fc.nat({ max: 200 * KILOBYTE }).map((size) => JSON.stringify('é'.repeat(size))),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const body = new NdjsonBody(lines);
        const sent = Buffer.concat([...body.pieces()]);
        expect(sent.length).toBe(body.byteLength);
        expect(sent.toString()).toBe(lines.map((each) => `${each.toString()}\n`).join(''));
      }),
      { numRuns: 50 },
    );
  });

  it('has no more lines in memory than are sent at once', () => {
    let made = 0;
    const lines = {
      *[Symbol.iterator]() {
        for (made = 1; made <= 1000; made += 1) yield `"${'x'.repeat(KILOBYTE)}"`;
      },
    };
    const pieces = new NdjsonBody(lines).pieces();
    expect(pieces.next().value).toHaveLength(64 * (KILOBYTE + 3));
    expect(made).toBe(64);
  });

  it('can be sent again', () => {
    const body = new NdjsonBody(['{"a":1}', '{"b":2}']);
    expect([...body.pieces()]).toEqual([...body.pieces()]);
  });

  it('may be empty', () => {
    expect([...new NdjsonBody([]).pieces()]).toEqual([]);
  });
});
