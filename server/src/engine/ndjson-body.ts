import type { Line } from './search-engine';

/** Bytes sent at once. */
const PIECE = 64 * 1024;
const NEWLINE = Buffer.from('\n');

/** Newline-delimited JSON, made while it is sent: of a large body no more than a piece is in memory at a time. */
export class NdjsonBody {
  readonly byteLength: number;

  constructor(private readonly lines: Iterable<Line>) {
    let byteLength = 0;
    for (const line of lines) byteLength += Buffer.byteLength(line) + NEWLINE.length;
    this.byteLength = byteLength;
  }

  *pieces(): Generator<Buffer> {
    let piece: Buffer[] = [];
    let length = 0;
    for (const line of this.lines) {
      const bytes = typeof line === 'string' ? Buffer.from(line) : line;
      piece.push(bytes, NEWLINE);
      length += bytes.length + NEWLINE.length;
      if (length < PIECE) continue;
      yield Buffer.concat(piece, length);
      piece = [];
      length = 0;
    }
    if (length > 0) yield Buffer.concat(piece, length);
  }
}
