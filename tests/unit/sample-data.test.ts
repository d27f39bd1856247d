import { createSampleSite, type SampleSite } from '../../playground/sample-data/site';
import { LANGUAGES } from '../../playground/sample-data/text/language';
import { skillKeys, skills } from '../../playground/sample-data/vocabulary/skills';

const site = createSampleSite({ entries: 3_000, seed: 1 });
const offers = [...site.offers()];
const housings = [...site.housings()];

const wholeContent = (content: SampleSite) => [
  content.companies,
  content.owners,
  [...content.offers()],
  [...content.housings()],
];

describe('the sample site', () => {
  it('is the same for the same seed and number of entries', () => {
    const again = createSampleSite({ entries: 300, seed: 7 });
    expect(wholeContent(createSampleSite({ entries: 300, seed: 7 }))).toEqual(wholeContent(again));
  });

  it('is another one for another seed', () => {
    const [first] = createSampleSite({ entries: 3, seed: 1 }).offers();
    const [other] = createSampleSite({ entries: 3, seed: 2 }).offers();
    expect(first?.documentId).not.toBe(other?.documentId);
    expect(first?.versions[0]?.ad.description).not.toBe(other?.versions[0]?.ad.description);
  });

  it('has two offers for each housing ad', () => {
    expect(offers).toHaveLength(2_000);
    expect(housings).toHaveLength(1_000);
  });

  it('splits a number that three does not divide without losing an entry', () => {
    const uneven = createSampleSite({ entries: 8, seed: 1 });
    expect([...uneven.offers()]).toHaveLength(6);
    expect([...uneven.housings()]).toHaveLength(2);
  });

  it('makes entries only when they are asked for', () => {
    const { value } = createSampleSite({ entries: 1_000_000, seed: 1 }).offers().next();
    expect(value?.documentId).toBe(offers[0]?.documentId);
  });

  it('gives each document an id of its own, in the form of Strapi', () => {
    const ids = [...site.companies, ...site.owners, ...offers, ...housings].map(({ documentId }) => documentId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][a-z0-9]{23}$/.test(id))).toEqual([]);
  });

  it('names no two companies alike', () => {
    const names = site.companies.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a company as the owner of housing at most once', () => {
    const owning = site.owners.flatMap(({ company }) => company ?? []);
    expect(owning.length).toBeGreaterThan(0);
    expect(new Set(owning).size).toBe(owning.length);
  });
});

describe('skills', () => {
  it('have a name in both languages, and no two the same one', () => {
    for (const language of LANGUAGES) {
      const names = skillKeys.map((key) => skills[key][language]);
      expect(new Set(names).size).toBe(names.length);
      expect(names).not.toContain('');
    }
  });
});
