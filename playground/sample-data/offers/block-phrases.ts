import type { Bilingual, Phrase } from '../text/language';
import type { Offer } from './offer';

export interface TextPhrases {
  readonly heading: Bilingual;
  readonly body: Phrase<Offer>;
}

export const texts: readonly TextPhrases[] = [
  {
    heading: { en: 'About us', fr: 'Qui sommes-nous ?' },
    body: {
      en: ({ company }) =>
        `${company.name} ${company.activity.en}. We are a team of all ages who like work well done, and we share what we know.`,
      fr: ({ company }) =>
        `${company.name} ${company.activity.fr}. Nous sommes une équipe de tous âges qui aime le travail bien fait et partage ce qu'elle sait.`,
    },
  },
  {
    heading: { en: 'Your first weeks', fr: 'Vos premières semaines' },
    body: {
      en: () =>
        'On the first day someone shows you round and has lunch with you. The first week you look on and ask; from the second week on you have a task of your own, and a person who helps.',
      fr: () =>
        "Le premier jour, quelqu'un vous fait visiter les lieux et déjeune avec vous. La première semaine, vous observez et posez des questions ; dès la deuxième, vous avez une tâche à vous et une personne pour vous aider.",
    },
  },
  {
    heading: { en: 'Where we work', fr: 'Où nous travaillons' },
    body: {
      en: ({ city }) =>
        `Our premises in ${city.english ?? city.name} are ten minutes from the station, with a bicycle shed and a bus stop at the door.`,
      fr: ({ city }) =>
        `Nos locaux (${city.name}, ${city.postalCode}) sont à dix minutes de la gare, avec un abri à vélos et un arrêt de bus devant la porte.`,
    },
  },
];

export const quotes: readonly Bilingual[] = [
  {
    en: 'I was trusted from the start, and I was never left alone with a problem.',
    fr: "On m'a fait confiance dès le début, et j'ai toujours trouvé de l'aide quand je butais sur un problème.",
  },
  {
    en: 'I came for three months; I am still here two years later.',
    fr: 'Je venais pour trois mois ; deux ans après, je suis toujours là.',
  },
  {
    en: 'My timetable was arranged around my exams. That made all the difference.',
    fr: 'Mes horaires ont été organisés autour de mes examens : cela a tout changé.',
  },
  {
    en: 'I learned more in these few months than in a year of lectures.',
    fr: "J'ai plus appris en quelques mois qu'en une année de cours.",
  },
  {
    en: 'People explain things here, even when there is a lot to do.',
    fr: 'Ici, on prend le temps de vous expliquer, même quand il y a du travail.',
  },
];

export interface QuestionPhrases {
  readonly question: Bilingual;
  readonly answer: Phrase<Offer>;
}

export const questions: readonly QuestionPhrases[] = [
  {
    question: { en: 'May I apply from abroad?', fr: "Puis-je postuler depuis l'étranger ?" },
    answer: {
      en: () => 'Yes. The first interview is held by video, and we help with the papers.',
      fr: () => 'Oui. Le premier entretien se fait en visio, et nous aidons pour les démarches.',
    },
  },
  {
    question: { en: 'Can the dates be changed?', fr: 'Les dates peuvent-elles changer ?' },
    answer: {
      en: () => 'By a few weeks, if your school requires it.',
      fr: () => 'De quelques semaines, si votre école le demande.',
    },
  },
  {
    question: { en: 'Is it possible to work from home?', fr: 'Peut-on télétravailler ?' },
    answer: {
      en: ({ remoteDays }) => (remoteDays > 0 ? 'Yes, once you know the team.' : 'No, this work is done on the spot.'),
      fr: ({ remoteDays }) =>
        remoteDays > 0 ? "Oui, une fois que vous connaissez l'équipe." : 'Non, ce travail se fait sur place.',
    },
  },
  {
    question: { en: 'How many interviews are there?', fr: "Combien d'entretiens y a-t-il ?" },
    answer: {
      en: () => 'One by phone and one with the team, within two weeks.',
      fr: () => "Un par téléphone et un avec l'équipe, en deux semaines.",
    },
  },
  {
    question: { en: 'Must I speak French?', fr: 'Faut-il parler français ?' },
    answer: {
      en: ({ profession }) =>
        profession.studies
          ? 'Enough to follow a meeting; you may write in English.'
          : 'Yes, since you will talk with our customers.',
      fr: ({ profession }) =>
        profession.studies
          ? 'Assez pour suivre une réunion ; vous pouvez écrire en anglais.'
          : 'Oui, puisque vous parlerez avec notre public.',
    },
  },
];
