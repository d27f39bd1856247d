import type { Random } from '../random';
import { bulletList, capitalize } from '../text/grammar';
import type { Bilingual, Language, Phrase } from '../text/language';
import type { Profession } from '../vocabulary/professions';
import { drawBlocks } from './blocks';
import type { Offer, OfferAd } from './offer';
import {
  closings,
  headings,
  levels,
  noDegree,
  openings,
  qualities,
  remoteLine,
  salaryLine,
  skillsWanted,
  titles,
} from './phrases';

/** Writes the ad of an offer in the words chosen for it, which are the same in every language. */
export type Wording = (offer: Offer, language: Language) => OfferAd;

/** Chooses the words for an offer; the ad is written when it is asked for. */
export function drawWording(random: Random, { type, profession }: Offer): Wording {
  const title = random.pick(titles[type]);
  const opening = random.pick(openings);
  const requirement = drawRequirement(random, profession);
  const quality = random.pick(qualities);
  const closing = random.pick(closings);
  const blocks = drawBlocks(random);

  return (offer, language) => {
    const say = (phrase: Phrase<Offer>) => phrase[language](offer);
    const inWords = (text: Bilingual) => text[language];
    const section = (heading: Bilingual, body: string) => `## ${inWords(heading)}\n\n${body}`;
    const perks = offer.perks.map((perk) => capitalize(inWords(perk)));
    const terms = [say(salaryLine), ...(offer.remoteDays > 0 ? [say(remoteLine)] : []), ...perks];
    const description = [
      say(opening),
      section(headings.tasks, bulletList(offer.tasks.map(inWords))),
      section(headings.profile, [inWords(requirement), inWords(quality), say(skillsWanted)].join(' ')),
      section(headings.terms, bulletList(terms)),
      say(closing),
    ].join('\n\n');
    return { title: say(title), description, perks, blocks: blocks.map((write) => write(offer, language)) };
  };
}

function drawRequirement(random: Random, { studies }: Profession): Bilingual {
  if (!studies) return random.pick(noDegree);
  const level = random.pick(levels);
  return { en: level.en(studies), fr: level.fr(studies) };
}
