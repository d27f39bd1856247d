import type { Random } from '../random';
import { bulletList } from '../text/grammar';
import type { Bilingual, Phrase } from '../text/language';
import type { Housing, HousingAd } from './housing';
import { closings, headings, housingAid, openings, terms, titles } from './phrases';

/** Puts a housing ad into words, in the language of its owner. */
export function writeHousingAd(random: Random, housing: Housing): HousingAd {
  const { language } = housing;
  const inWords = (text: Bilingual) => text[language];
  const say = (phrase: Phrase<Housing>) => phrase[language](housing);
  const section = (heading: Bilingual, body: string) => `## ${inWords(heading)}\n\n${body}`;
  const conditions = [say(terms), ...(housing.city.country === 'France' ? [inWords(housingAid)] : [])].join(' ');
  return {
    title: say(random.pick(titles[housing.type])),
    description: [
      say(random.pick(openings[housing.type])),
      section(headings.equipment, bulletList(housing.equipment.map(inWords))),
      section(headings.terms, conditions),
      inWords(random.pick(closings)),
    ].join('\n\n'),
  };
}
