import { type StoredDocument, succeeded } from '../../tests/support/engine-client';
import { type Address, offersIndex } from './offers-index';

/** Documents as lines of JSON, cut into payloads: the best that can be given to the engine. */
export interface Payloads {
  texts: readonly string[];
  /** How many documents they hold. */
  documents: number;
}

const PAGE = 2000;
/** Milliseconds between looks at a long task: each takes something of the engine. */
const LOOKS = 30;
/** Characters: larger payloads are not faster, for the engine takes all that is queued into one batch. */
const PAYLOAD = 20_000_000;

/** Reads all documents of the index, as they were pushed. */
export async function readPayloads(engine: Address): Promise<Payloads> {
  const texts: string[] = [];
  let lines: string[] = [];
  let documents = 0;
  for (;;) {
    const { results } = await offersIndex(engine).index.getDocuments({ limit: PAGE, offset: documents });
    lines.push(...results.map((document) => JSON.stringify(document)));
    documents += results.length;
    if (lines.length > 0 && (results.length === 0 || lines.length * (lines[0]?.length ?? 0) > PAYLOAD)) {
      texts.push(lines.join('\n'));
      lines = [];
    }
    if (results.length === 0) return { texts, documents };
  }
}

/** Posts payloads one behind the other and waits until the engine has indexed all of them. */
export async function postStraight(engine: Address, { texts }: Payloads): Promise<void> {
  const { client, index } = offersIndex(engine);
  const uids: number[] = [];
  for (const text of texts) uids.push((await index.addDocumentsFromString(text, 'application/x-ndjson')).taskUid);
  for (const uid of uids) await succeeded(client.tasks.waitForTask(uid, { interval: LOOKS }));
}

/** Posts one document and waits until it is searchable. */
export async function postOne(engine: Address, document: StoredDocument): Promise<void> {
  await succeeded(offersIndex(engine).index.addDocuments([document]).waitTask());
}
