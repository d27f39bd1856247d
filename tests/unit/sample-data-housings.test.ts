import type { HousingDocument } from '../../playground/sample-data/housings/document';
import { createSampleSite } from '../../playground/sample-data/site';
import { euros } from '../../playground/sample-data/text/grammar';

const housings = [...createSampleSite({ entries: 3_000, seed: 1 }).housings()];

const textOf = ({ ad }: HousingDocument): string => `${ad.title}\n\n${ad.description}`;

/** French amounts hold spaces that do not break. */
const withPlainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('housing ads', () => {
  it('are written in full, in English or in French', () => {
    expect(housings.filter((ad) => /undefined|NaN|\[object|\n\n\n/.test(textOf(ad)))).toEqual([]);
    const inFrench = housings.filter(({ housing }) => housing.language === 'fr');
    expect(inFrench.length / housings.length).toBeCloseTo(0.7, 1);
  });

  it('say what the rent is', () => {
    const silent = housings.filter(
      ({ ad, housing }) => !ad.description.includes(euros(housing.rent, housing.language)),
    );
    expect(silent).toEqual([]);
  });

  it('cost what a student may pay', () => {
    const rents = housings.map(({ housing }) => housing.rent);
    expect(Math.min(...rents)).toBeGreaterThan(120);
    expect(Math.max(...rents)).toBeLessThan(2_000);
  });

  it('read like an ad', () => {
    const [first] = housings;
    expect(first && withPlainSpaces(textOf(first))).toMatchInlineSnapshot(`
      "Cherche colocataire à Troyes, au-dessus d'une boulangerie

      Nous sommes trois à faire nos études ici, au-dessus d'une boulangerie, et cherchons une quatrième personne. Nous dînons souvent ensemble et faisons le ménage à tour de rôle.

      ## Sur place

      - Un lave-linge
      - Internet par la fibre
      - Un ascenseur
      - Du double vitrage

      ## Conditions

      255 € par mois, charges comprises. Libre à partir de janvier 2027. Logement éligible à l'APL.

      Pas de frais d'agence, un mois de dépôt de garantie."
    `);
  });
});
