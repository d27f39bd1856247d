import fc from 'fast-check';

import type { EngineAddress } from '../../../../server/src/engine/engine-address';
import { planLanes } from '../../../../server/src/lanes/lane';
import { offers } from '../fixtures/collection';

const COMMON: EngineAddress = { host: 'http://search:7700', apiKey: 'commonKey' };
const OTHER: EngineAddress = { host: 'http://other:7700', apiKey: 'otherKey' };
const NOWHERE: EngineAddress = { host: '', apiKey: '' };

const collection = (uid: string, engine: Partial<EngineAddress> = {}) => offers({ uid, engine });

/** Which collections go together, in the order of the lanes. */
const grouped = (definitions: ReturnType<typeof collection>[], common = COMMON) =>
  planLanes(definitions, common).map((lane) => [...lane.definitions.keys()]);

describe('the lanes', () => {
  it('are one where all collections go to the common engine', () => {
    const offer = collection('offer');
    const [lane, ...others] = planLanes([offer, collection('housing')], COMMON);
    expect(others).toEqual([]);
    expect(lane).toMatchObject({ name: 'http://search:7700', address: COMMON });
    expect([...lane!.definitions.keys()]).toEqual(['offer', 'housing']);
    expect(lane!.definitions.get('offer')).toBe(offer);
  });

  it.each<[sentence: string, one: Partial<EngineAddress>, other: Partial<EngineAddress>, groups: string[][]]>([
    ['are one for each engine', {}, OTHER, [['one'], ['other']]],
    ['are shared by collections of the same engine', OTHER, OTHER, [['one', 'other']]],
    ['are shared where a collection names the common engine', {}, COMMON, [['one', 'other']]],
    ['do not mind a slash at the end', OTHER, { ...OTHER, host: 'http://other:7700//' }, [['one', 'other']]],
    ['do not mind capital letters', OTHER, { ...OTHER, host: 'http://Other:7700' }, [['one', 'other']]],
    ['do not mind spaces around', OTHER, { ...OTHER, host: ' http://other:7700/ ' }, [['one', 'other']]],
    ['do not mind a missing http://', OTHER, { ...OTHER, host: 'other:7700' }, [['one', 'other']]],
    ['are apart for a key of its own at the common engine', {}, { apiKey: 'key' }, [['one'], ['other']]],
    ['are apart for two keys of one engine', {}, { ...COMMON, apiKey: 'key' }, [['one'], ['other']]],
    ['are apart for two own keys of one engine', OTHER, { ...OTHER, apiKey: 'key' }, [['one'], ['other']]],
    ['are apart for the same key at two engines', {}, { ...OTHER, apiKey: COMMON.apiKey }, [['one'], ['other']]],
    ['are apart for two ports', OTHER, { ...OTHER, host: 'http://other:7701' }, [['one'], ['other']]],
  ])('%s', (_, one, other, groups) => {
    expect(grouped([collection('one', one), collection('other', other)])).toEqual(groups);
  });

  it('leave out what has no engine yet', () => {
    expect(grouped([collection('one'), collection('other', OTHER)], NOWHERE)).toEqual([['other']]);
    expect(grouped([collection('one')], NOWHERE)).toEqual([]);
    expect(grouped([collection('one', { apiKey: 'key' })], NOWHERE)).toEqual([]);
    expect(grouped([])).toEqual([]);
  });

  it('have the common address for all that a collection does not say itself', () => {
    const addresses = planLanes(
      [collection('host', { host: OTHER.host }), collection('key', { apiKey: OTHER.apiKey }), collection('no')],
      COMMON,
    ).map(({ address }) => address);
    expect(addresses).toEqual([
      { host: OTHER.host, apiKey: COMMON.apiKey },
      { host: COMMON.host, apiKey: OTHER.apiKey },
      COMMON,
    ]);
  });

  const addresses = fc.record(
    {
      host: fc.constantFrom('http://search:7700', 'http://other:7700', 'http://Other:7700/'),
      apiKey: fc.constantFrom('commonKey', 'otherKey', ''),
    },
    { requiredKeys: [] },
  );

  it('have every collection once, under names of their own, in which no key stands', () => {
    fc.assert(
      fc.property(fc.array(addresses), (engines) => {
        const definitions = engines.map((engine, position) => collection(`c${position}`, engine));
        const lanes = planLanes(definitions, COMMON);
        const uids = lanes.flatMap((lane) => [...lane.definitions.keys()]);
        expect(uids.toSorted()).toEqual(definitions.map(({ uid }) => uid).toSorted());
        const names = lanes.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names.join()).not.toMatch(/commonKey|otherKey/);
      }),
    );
  });

  it('have the same names on every instance, in whatever order it knows the collections', () => {
    fc.assert(
      fc.property(fc.array(addresses), (engines) => {
        const definitions = engines.map((engine, position) => collection(`c${position}`, engine));
        const named = (order: typeof definitions) =>
          planLanes(order, COMMON)
            .map((lane) => `${lane.name}: ${[...lane.definitions.keys()].sort().join()}`)
            .sort();
        expect(named(definitions.toReversed())).toEqual(named(definitions));
      }),
    );
  });
});
