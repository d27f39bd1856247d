import { type OldSettings, planTakeOver, type TakeOver } from '../../../../server/src/legacy/plan-take-over';

const OLD: OldSettings = { indexed: ['api::offer.offer'], host: 'http://127.0.0.1:7700', apiKey: 'key' };
const PRESENT = { host: '', undecided: new Set(['api::offer.offer', 'api::city.city']) };
const TAKEN: TakeOver = {
  connection: { host: 'http://127.0.0.1:7700', apiKey: 'key' },
  hasUnusableHost: false,
  uids: ['api::offer.offer'],
};

describe('what is taken over', () => {
  it.each<[sentence: string, old: Partial<OldSettings>, present: Partial<typeof PRESENT>, taken: Partial<TakeOver>]>([
    ['is all of it where nothing is decided yet', {}, {}, {}],
    ['is each content type once', { indexed: ['api::offer.offer', 'api::offer.offer'] }, {}, {}],
    ['is none that was not indexed', { indexed: [] }, {}, { uids: [] }],
    ['is none that the configuration or an admin has decided on', {}, { undecided: new Set() }, { uids: [] }],
    [
      'is none that there is no more',
      { indexed: ['api::ghost.ghost', 'api::city.city'] },
      {},
      { uids: ['api::city.city'] },
    ],
    ['is no host where there is one', {}, { host: 'http://127.0.0.1:7701' }, { connection: null }],
    ['is no host where none was typed in', { host: '' }, {}, { connection: null }],
    ['is a host without a key', { apiKey: '' }, {}, { connection: { host: OLD.host, apiKey: '' } }],
    ['is no host that is no address', { host: 'ftp://x' }, {}, { connection: null, hasUnusableHost: true }],
    [
      'is no host that holds a password',
      { host: 'http://me:secret@x' },
      {},
      { connection: null, hasUnusableHost: true },
    ],
    [
      'is, of a host that is no address, not even the complaint where there is another',
      { host: 'ftp://x' },
      { host: 'http://127.0.0.1:7701' },
      { connection: null },
    ],
  ])('%s', (_, old, present, taken) => {
    expect(planTakeOver({ ...OLD, ...old }, { ...PRESENT, ...present })).toEqual({ ...TAKEN, ...taken });
  });
});
