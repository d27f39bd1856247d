import type { OfferDocument, OfferVersion } from '../../playground/sample-data/offers/document';
import { createSampleSite } from '../../playground/sample-data/site';
import { euros } from '../../playground/sample-data/text/grammar';
import { LANGUAGES, type Language } from '../../playground/sample-data/text/language';
import { skillKeys } from '../../playground/sample-data/vocabulary/skills';

const offers = [...createSampleSite({ entries: 3_000, seed: 1 }).offers()];
const versions = offers.flatMap((offer) => offer.versions);

/** All texts of a version, in the order they are read in. */
const textsOf = ({ ad }: OfferVersion): string[] => [
  ad.title,
  ad.description,
  ...ad.perks,
  ...ad.blocks.flatMap((block) => {
    switch (block.__component) {
      case 'blocks.text':
        return [block.heading, block.body];
      case 'blocks.quote':
        return [block.text, block.author];
      case 'blocks.faq':
        return block.questions.flatMap(({ question, answer }) => [question, answer]);
    }
  }),
];

const shareOf = <T>(items: readonly T[], predicate: (item: T) => boolean): number =>
  items.filter(predicate).length / items.length;

const hasDraftOnly = ({ versions: all }: OfferDocument): boolean =>
  all.every(({ publishedAt }) => publishedAt === null);

const isModified = ({ versions: all }: OfferDocument): boolean =>
  all.some(({ publishedAt, updatedAt }) => publishedAt === null && all.some((other) => updatedAt > other.updatedAt));

/** French amounts hold spaces that do not break. */
const withPlainSpaces = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');

/** Amendments are set in italics. */
const withoutEmphasis = (text: string): string => text.replace(/^\*.*\*$/gm, '');

describe('offers', () => {
  it('are written in full in English and in French', () => {
    for (const language of LANGUAGES) {
      const texts = versions.filter((version) => version.language === language).flatMap(textsOf);
      expect(texts.length).toBeGreaterThan(1_000);
      expect(
        texts.filter((text) => text.trim() === '' || /undefined|NaN|\[object|\*\w/.test(withoutEmphasis(text))),
      ).toEqual([]);
    }
  });

  it('hold no French elision or contraction that is wrong', () => {
    const french = versions.filter(({ language }) => language === 'fr').flatMap(textsOf);
    expect(french.filter((text) => /(^|\s)(à Le |de Le |à partir de [ao])/.test(text))).toEqual([]);
  });

  it('say the same about the salary in every version, and say it in the text', () => {
    const silent = versions.filter(({ ad, language, salary }) => !ad.description.includes(euros(salary, language)));
    expect(silent).toEqual([]);
  });

  it('have one salary in all drafts, and one in all published versions, since it is not localized', () => {
    const salaries = ({ versions: all }: OfferDocument, isPublished: boolean) =>
      new Set(all.filter(({ publishedAt }) => (publishedAt !== null) === isPublished).map(({ salary }) => salary));
    expect(offers.filter((offer) => salaries(offer, false).size !== 1 || salaries(offer, true).size > 1)).toEqual([]);
  });

  it('have one draft in each of their languages and at most one published version', () => {
    for (const { versions: all } of offers) {
      const keys = all.map(({ language, publishedAt }) => `${language} ${publishedAt ? 'published' : 'draft'}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { language } of all) expect(keys).toContain(`${language} draft`);
    }
  });

  it('are mostly in both languages and published, with a share of each exception', () => {
    const languages = ({ versions: all }: OfferDocument) => new Set(all.map(({ language }) => language)).size;
    expect(shareOf(offers, (offer) => languages(offer) === 2)).toBeCloseTo(0.78, 1);
    expect(shareOf(offers, hasDraftOnly)).toBeCloseTo(0.08, 1);
    expect(shareOf(offers, isModified)).toBeCloseTo(0.12, 1);
  });

  it('are created, updated and published in this order', () => {
    const disordered = offers.filter(({ createdAt, versions: all }) =>
      all.some(({ updatedAt, publishedAt }) => updatedAt < createdAt || (publishedAt && publishedAt < updatedAt)),
    );
    expect(disordered).toEqual([]);
  });

  it('begin after they were created', () => {
    expect(offers.filter(({ createdAt, offer }) => new Date(offer.startDate) <= createdAt)).toEqual([]);
  });

  it('ask for different skills', () => {
    const named = new Set(offers.flatMap(({ offer }) => offer.skills));
    expect(offers.filter(({ offer }) => new Set(offer.skills).size !== offer.skills.length)).toEqual([]);
    expect(named.size).toBeGreaterThan(skillKeys.length * 0.9);
  });

  it('read like an ad', () => {
    const bilingual = offers.find((offer) => offer.versions.length === 4 && !isModified(offer));
    const adIn = (wanted: Language) => {
      const version = bilingual?.versions.find(({ language }) => language === wanted);
      return version && textsOf(version).join('\n\n');
    };
    expect(withPlainSpaces(adIn('fr'))).toMatchInlineSnapshot(`
      "Animateur de communautés en ligne F/H – stage à partir de mai 2026

      Vous voulez apprendre un métier auprès de personnes qui l'aiment ? Café Calypso torréfie son café et cuit ses gâteaux. Nous recrutons à Chambéry un animateur de communautés en ligne ou une animatrice de communautés en ligne pour un stage de 5 mois.

      ## Vos missions

      - Répondre aux commentaires et aux messages
      - Suivre les chiffres d'audience
      - Tourner et monter de courtes vidéos

      ## Votre profil

      Vous suivez ou avez terminé un BTS ou un BUT en communication ou marketing. Vous aimez le travail en équipe et posez des questions. Compétences utiles : mesure d'audience et montage vidéo.

      ## Ce que nous proposons

      - 680 € brut par mois pour 35 heures par semaine
      - 3 jours de télétravail par semaine, si vous le souhaitez
      - Un restaurant d'entreprise
      - Un tuteur ou une tutrice tout au long de votre parcours

      Poste ouvert à toutes et à tous, en situation de handicap ou non. Référence : 2026-0000007.

      Un restaurant d'entreprise

      Un tuteur ou une tutrice tout au long de votre parcours

      Où nous travaillons

      Nos locaux (Chambéry, 73000) sont à dix minutes de la gare, avec un abri à vélos et un arrêt de bus devant la porte.

      Combien d'entretiens y a-t-il ?

      Un par téléphone et un avec l'équipe, en deux semaines.

      Faut-il parler français ?

      Assez pour suivre une réunion ; vous pouvez écrire en anglais."
    `);
    expect(withPlainSpaces(adIn('en'))).toMatchInlineSnapshot(`
      "Community manager – internship from May 2026

      Would you like to learn the trade of a community manager with people who love it? Café Calypso roasts its own coffee and bakes its own cakes. We are hiring in Chambéry for an internship of 5 months.

      ## What you will do

      - Answer comments and messages
      - Follow the audience figures
      - Shoot and edit short videos

      ## Who you are

      You are working towards a two-year technical degree in communication or marketing, or hold one. You like working in a team and ask questions. Useful skills: web analytics and video editing.

      ## What we offer

      - €680 a month before taxes for 35 hours a week
      - 3 days a week from home, if you like
      - A staff canteen
      - A mentor throughout your stay

      The post is open to all, with or without a disability. Reference: 2026-0000007.

      A staff canteen

      A mentor throughout your stay

      Where we work

      Our premises in Chambéry are ten minutes from the station, with a bicycle shed and a bus stop at the door.

      How many interviews are there?

      One by phone and one with the team, within two weeks.

      Must I speak French?

      Enough to follow a meeting; you may write in English."
    `);
  });
});
