import type { Random } from '../random';
import type { Language } from '../text/language';
import { drawPerson } from '../vocabulary/people';
import { questions, quotes, texts } from './block-phrases';
import type { Block, Offer } from './offer';

/** A block whose words are chosen, to be written for an offer in one language. */
type DrawnBlock = (offer: Offer, language: Language) => Block;

/** The dynamic zone of an offer: up to three blocks, each of another kind. */
export function drawBlocks(random: Random): DrawnBlock[] {
  const blocks: DrawnBlock[] = [];
  if (random.chance(0.6)) blocks.push(drawText(random));
  if (random.chance(0.4)) blocks.push(drawQuote(random));
  if (random.chance(0.25)) blocks.push(drawFaq(random));
  return blocks;
}

function drawText(random: Random): DrawnBlock {
  const { heading, body } = random.pick(texts);
  return (offer, language) => ({
    __component: 'blocks.text',
    heading: heading[language],
    body: body[language](offer),
  });
}

function drawQuote(random: Random): DrawnBlock {
  const quote = random.pick(quotes);
  const { firstName, gender } = drawPerson(random);
  return ({ profession }, language) => ({
    __component: 'blocks.quote',
    text: quote[language],
    author: `${firstName}, ${language === 'en' ? profession.en : profession.fr[gender]}`,
  });
}

function drawFaq(random: Random): DrawnBlock {
  const chosen = random.sample(questions, 2);
  return (offer, language) => ({
    __component: 'blocks.faq',
    questions: chosen.map(({ question, answer }) => ({
      question: question[language],
      answer: answer[language](offer),
    })),
  });
}
