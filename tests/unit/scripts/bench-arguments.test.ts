import { SCENARIOS } from '../../../bench/scenario-names';
import { parseBenchArguments } from '../../../scripts/bench-arguments';

describe('the bench', () => {
  it('measures all that is not on request, on 20,000 entries, three times, unless told otherwise', () => {
    const { scenarios, ...others } = parseBenchArguments([]);
    expect(others).toEqual({ help: false, entries: 20_000, rounds: 3, json: false });
    expect(scenarios).toEqual(expect.arrayContaining(['saves', 'updates', 'memory']));
    expect(scenarios.filter((name) => SCENARIOS[name].onRequest)).toEqual([]);
  });

  it('measures what it is told, in the order it is told', () => {
    const args = ['--scenario', 'incumbent,saves', '--entries', '300', '--rounds', '1', '--json'];
    expect(parseBenchArguments(args)).toEqual({
      help: false,
      scenarios: ['incumbent', 'saves'],
      entries: 300,
      rounds: 1,
      json: true,
    });
  });

  it('is full with 100,000 entries', () => {
    expect(parseBenchArguments(['--full'])).toMatchObject({ entries: 100_000 });
  });

  it.each([
    [['--scenario', 'speed'], /--scenario speed: give one or more of saves, /],
    [['--entries', 'many'], /--entries many: give a whole number/],
    [['--rounds', '0'], /--rounds 0: give a whole number/],
    [['--full', '--entries', '5'], /exclude each other/],
    [['--fast'], /--fast[^]*Usage/],
  ])('turns %j down and says what is right', (args, message) => {
    expect(() => parseBenchArguments(args)).toThrow(message);
  });
});
