import { randomFor } from '../../playground/sample-data/random';
import { firstOfMonth, nextMonth } from '../../playground/sample-data/calendar';
import {
  counted,
  euros,
  fromMonth,
  inCity,
  listOf,
  ofName,
  withArticle,
} from '../../playground/sample-data/text/grammar';
import { mailbox, phoneNumber } from '../../playground/sample-data/vocabulary/people';

describe('grammar of the sample data', () => {
  it.each([
    ['web developer', 'a web developer'],
    ['accounting assistant', 'an accounting assistant'],
    ['HR assistant', 'an HR assistant'],
    ['UX designer', 'a UX designer'],
    ['urban planner', 'an urban planner'],
  ])('puts the English article before %s', (noun, expected) => {
    expect(withArticle(noun)).toBe(expected);
  });

  it.each([
    ['Lyon', 'de Lyon', 'à Lyon'],
    ['Angers', "d'Angers", 'à Angers'],
    ['Évry', "d'Évry", 'à Évry'],
    ['Le Mans', 'du Mans', 'au Mans'],
    ['La Rochelle', 'de La Rochelle', 'à La Rochelle'],
  ])('puts French prepositions before %s', (name, of, at) => {
    expect([ofName(name), inCity(name)]).toEqual([of, at]);
  });

  it('joins lists as each language does', () => {
    expect(listOf(['SQL', 'Excel', 'R'], 'en')).toBe('SQL, Excel and R');
    expect(listOf(['SQL', 'Excel', 'R'], 'fr')).toBe('SQL, Excel et R');
    expect(listOf(['SQL'], 'fr')).toBe('SQL');
  });

  it('writes amounts as each language does', () => {
    expect(euros(1_250, 'en')).toBe('€1,250');
    expect(euros(1_250, 'fr')).toBe('1\u202f250\u00a0€');
    expect(euros(650, 'fr')).toBe('650\u00a0€');
  });

  it('writes months with the elision they need', () => {
    expect(fromMonth('2027-04-01', 'fr')).toBe("à partir d'avril 2027");
    expect(fromMonth('2027-03-01', 'fr')).toBe('à partir de mars 2027');
    expect(fromMonth('2027-03-01', 'en')).toBe('from March 2027');
  });

  it('counts one as singular in both languages, and none only in French', () => {
    expect([1, 2].map((count) => counted(count, 'jour', 'jours', 'fr'))).toEqual(['1 jour', '2 jours']);
    expect(counted(0, 'jour', 'jours', 'fr')).toBe('0 jour');
    expect(counted(0, 'day', 'days', 'en')).toBe('0 days');
  });
});

describe('calendar of the sample data', () => {
  const lateInTheYear = new Date('2026-11-20T10:00:00Z');

  it('goes on into the next year', () => {
    expect(firstOfMonth(lateInTheYear, 2)).toBe('2027-01-01');
  });

  it('finds a month that is still to come', () => {
    expect(nextMonth(lateInTheYear, 12)).toBe('2026-12-01');
    expect(nextMonth(lateInTheYear, 11)).toBe('2027-11-01');
    expect(nextMonth(lateInTheYear, 6)).toBe('2027-06-01');
  });
});

describe('random choices', () => {
  it('repeat for the same seed, kind and index', () => {
    const draw = () => Array.from({ length: 5 }, randomFor(1, 'offer', 3).unit);
    expect(draw()).toEqual(draw());
  });

  it('differ by seed, by kind and by index', () => {
    const first = [
      randomFor(1, 'offer', 0),
      randomFor(2, 'offer', 0),
      randomFor(1, 'housing', 0),
      randomFor(1, 'offer', 1),
    ];
    expect(new Set(first.map((random) => random.unit())).size).toBe(first.length);
  });

  it('are spread evenly', () => {
    const random = randomFor(1, 'spread', 0);
    const counts = Array<number>(10).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) counts[random.integer(0, 9)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1_100);
  });

  it('take no item twice into a sample', () => {
    const random = randomFor(1, 'sample', 0);
    expect(random.sample([1, 2, 3, 4], 4).sort()).toEqual([1, 2, 3, 4]);
    expect(random.sample([1, 2], 5)).toHaveLength(2);
  });

  it('cannot be made from nothing', () => {
    expect(() => randomFor(1, 'nothing', 0).pick([])).toThrow(RangeError);
  });
});

describe('people of the sample data', () => {
  it('have numbers that belong to nobody', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => phoneNumber(randomFor(1, 'phone', index)));
    expect(numbers.filter((number) => !/^\+33 6 39 98 \d\d \d\d$/.test(number))).toEqual([]);
  });

  it('have mailboxes without accents', () => {
    expect(mailbox('Élodie Lefèbvre')).toBe('elodie.lefebvre');
  });
});
