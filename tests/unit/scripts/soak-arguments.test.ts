import { parseSoakArguments } from '../../../scripts/soak-arguments';

describe('the soak', () => {
  it('lasts ten minutes and chooses a seed by itself unless told otherwise', () => {
    expect(parseSoakArguments([])).toEqual({ help: false, minutes: 10, seed: expect.any(Number) });
  });

  it('lasts as long, and chooses by what, it is told', () => {
    expect(parseSoakArguments(['--minutes', '3', '--seed', '7'])).toEqual({ help: false, minutes: 3, seed: 7 });
  });

  it.each([
    [['--minutes', 'long'], /--minutes long: give a whole number/],
    [['--seed', '0'], /--seed 0: give a whole number/],
    [['--speed', '1'], /--speed[^]*Usage/],
  ])('turns %j down and says what is right', (args, message) => {
    expect(() => parseSoakArguments(args)).toThrow(message);
  });
});
