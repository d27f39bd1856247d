import { capitalize, counted, euros, fromMonth, inCity, listOf, monthAndYear, withArticle } from '../text/grammar';
import type { Bilingual, Phrase } from '../text/language';
import { skills } from '../vocabulary/skills';
import type { Offer, OfferType } from './offer';

/** One of the ways to say something in each type of contract. */
type PhrasesByType = Readonly<Record<OfferType, readonly Phrase<Offer>[]>>;

const cityInEnglish = ({ city }: Offer): string => city.english ?? city.name;

const months: Phrase<Offer> = {
  en: (offer) => counted(offer.durationMonths, 'month', 'months', 'en'),
  fr: (offer) => counted(offer.durationMonths, 'mois', 'mois', 'fr'),
};

const introductionEn = ({ company }: Offer): string => `${company.name} ${company.activity.en}.`;
const introductionFr = ({ company }: Offer): string => `${company.name} ${company.activity.fr}.`;

const someoneEn = ({ profession }: Offer): string => withArticle(profession.en);

/** "un développeur web ou une développeuse web", "un ou une graphiste". */
function someoneFr({ profession: { fr } }: Offer): string {
  return fr.masculine === fr.feminine ? `un ou une ${fr.masculine}` : `un ${fr.masculine} ou une ${fr.feminine}`;
}

export const titles: PhrasesByType = {
  internship: [
    {
      en: (offer) => `${capitalize(offer.profession.en)} internship (${months.en(offer)})`,
      fr: (offer) => `Stage – ${offer.profession.fr.masculine} F/H (${months.fr(offer)})`,
    },
    {
      en: (offer) => `Internship in ${cityInEnglish(offer)}: ${offer.profession.en}`,
      fr: (offer) => `Stage ${inCity(offer.city.name)} : ${offer.profession.fr.masculine} F/H`,
    },
    {
      en: (offer) => `${capitalize(offer.profession.en)} – internship ${fromMonth(offer.startDate, 'en')}`,
      fr: (offer) => `${capitalize(offer.profession.fr.masculine)} F/H – stage ${fromMonth(offer.startDate, 'fr')}`,
    },
  ],
  apprenticeship: [
    {
      en: (offer) => `Apprentice ${offer.profession.en}`,
      fr: (offer) => `${capitalize(offer.profession.fr.masculine)} F/H en alternance`,
    },
    {
      en: (offer) => `${capitalize(offer.profession.en)} apprenticeship in ${cityInEnglish(offer)}`,
      fr: (offer) => `Alternance ${inCity(offer.city.name)} – ${offer.profession.fr.masculine} F/H`,
    },
  ],
  'part-time': [
    {
      en: (offer) => `${capitalize(offer.profession.en)}, part-time (${offer.weeklyHours} hours a week)`,
      fr: (offer) =>
        `${capitalize(offer.profession.fr.masculine)} F/H à temps partiel (${offer.weeklyHours} h par semaine)`,
    },
    {
      en: (offer) => `Student job in ${cityInEnglish(offer)}: ${offer.profession.en}`,
      fr: (offer) => `Job étudiant ${inCity(offer.city.name)} : ${offer.profession.fr.masculine} F/H`,
    },
  ],
  'summer-job': [
    {
      en: (offer) => `Summer job: ${offer.profession.en} in ${cityInEnglish(offer)}`,
      fr: (offer) => `Job d'été : ${offer.profession.fr.masculine} F/H ${inCity(offer.city.name)}`,
    },
    {
      en: (offer) => `${capitalize(offer.profession.en)} for the summer`,
      fr: (offer) => `${capitalize(offer.profession.fr.masculine)} F/H pour l'été`,
    },
  ],
};

/** The kind of contract in the middle of a sentence. */
const contract: Readonly<Record<OfferType, Phrase<Offer>>> = {
  internship: {
    en: (offer) => `for an internship of ${months.en(offer)}`,
    fr: (offer) => `pour un stage de ${months.fr(offer)}`,
  },
  apprenticeship: {
    en: (offer) => `for an apprenticeship of ${months.en(offer)}`,
    fr: (offer) => `pour un contrat en alternance de ${months.fr(offer)}`,
  },
  'part-time': {
    en: (offer) => `for ${offer.weeklyHours} hours a week beside your studies`,
    fr: (offer) => `pour ${offer.weeklyHours} heures par semaine à côté de vos études`,
  },
  'summer-job': {
    en: (offer) => `for ${months.en(offer)} this summer`,
    fr: (offer) => `pour ${months.fr(offer)} cet été`,
  },
};

export const openings: readonly Phrase<Offer>[] = [
  {
    en: (offer) =>
      `${introductionEn(offer)} Our team in ${cityInEnglish(offer)} is looking for ${someoneEn(offer)} ` +
      `${contract[offer.type].en(offer)}, ${fromMonth(offer.startDate, 'en')}.`,
    fr: (offer) =>
      `${introductionFr(offer)} Notre équipe ${inCity(offer.city.name)} cherche ${someoneFr(offer)} ` +
      `${contract[offer.type].fr(offer)}, ${fromMonth(offer.startDate, 'fr')}.`,
  },
  {
    en: (offer) =>
      `Would you like to learn the trade of ${someoneEn(offer)} with people who love it? ${introductionEn(offer)} ` +
      `We are hiring in ${cityInEnglish(offer)} ${contract[offer.type].en(offer)}.`,
    fr: (offer) =>
      `Vous voulez apprendre un métier auprès de personnes qui l'aiment ? ${introductionFr(offer)} ` +
      `Nous recrutons ${inCity(offer.city.name)} ${someoneFr(offer)} ${contract[offer.type].fr(offer)}.`,
  },
  {
    en: (offer) =>
      `What if you started in ${monthAndYear(offer.startDate, 'en')}? ${introductionEn(offer)} ` +
      `In ${cityInEnglish(offer)} we are looking for ${someoneEn(offer)} who will soon have tasks of their own.`,
    fr: (offer) =>
      `Et si vous commenciez en ${monthAndYear(offer.startDate, 'fr')} ? ${introductionFr(offer)} ` +
      `Nous cherchons ${inCity(offer.city.name)} ${someoneFr(offer)} qui aura vite ses propres missions.`,
  },
  {
    en: (offer) =>
      `Our team ${offer.profession.studies ? 'is growing' : 'needs a hand'}! ${introductionEn(offer)} ` +
      `We are taking on ${someoneEn(offer)} in ${cityInEnglish(offer)} ${contract[offer.type].en(offer)}.`,
    fr: (offer) =>
      `Notre équipe ${offer.profession.studies ? "s'agrandit" : 'a besoin de renfort'} ! ${introductionFr(offer)} ` +
      `Nous accueillons ${inCity(offer.city.name)} ${someoneFr(offer)} ${contract[offer.type].fr(offer)}.`,
  },
];

/** What a candidate for a qualified job studies. */
export const levels: readonly Phrase<Bilingual>[] = [
  {
    en: (studies) => `You are in the third year of a bachelor's degree in ${studies.en}.`,
    fr: (studies) => `Vous êtes en troisième année de licence en ${studies.fr}.`,
  },
  {
    en: (studies) => `You are preparing a master's degree in ${studies.en}.`,
    fr: (studies) => `Vous préparez un master en ${studies.fr}.`,
  },
  {
    en: (studies) => `You are studying ${studies.en} at a university or a graduate school.`,
    fr: (studies) => `Vous suivez des études en ${studies.fr}, à l'université ou en école.`,
  },
  {
    en: (studies) => `You are working towards a two-year technical degree in ${studies.en}, or hold one.`,
    fr: (studies) => `Vous suivez ou avez terminé un BTS ou un BUT en ${studies.fr}.`,
  },
];

/** What a candidate for a student job needs. */
export const noDegree: readonly Bilingual[] = [
  { en: 'No experience is needed: we train you.', fr: "Aucune expérience n'est demandée : nous vous formons." },
  {
    en: 'A first experience is welcome, not required.',
    fr: 'Une première expérience est bienvenue, sans être exigée.',
  },
  { en: 'You are reliable and like to move.', fr: 'Vous êtes fiable et aimez bouger.' },
];

export const qualities: readonly Bilingual[] = [
  {
    en: 'You are curious, precise and a good listener.',
    fr: 'Curiosité, rigueur et écoute : voilà ce que nous cherchons.',
  },
  {
    en: 'You like working in a team and ask questions.',
    fr: 'Vous aimez le travail en équipe et posez des questions.',
  },
  { en: 'You keep your word and your deadlines.', fr: 'Vous tenez parole, et les délais.' },
  { en: 'You have ideas and dare to propose them.', fr: 'Vous avez des idées et osez les proposer.' },
  { en: 'You stay calm when there is a lot to do.', fr: 'Vous gardez votre calme quand il y a beaucoup à faire.' },
];

export const skillsWanted: Phrase<Offer> = {
  en: (offer) =>
    `Useful skills: ${listOf(
      offer.skills.map((key) => skills[key].en),
      'en',
    )}.`,
  fr: (offer) =>
    `Compétences utiles : ${listOf(
      offer.skills.map((key) => skills[key].fr),
      'fr',
    )}.`,
};

export const salaryLine: Phrase<Offer> = {
  en: (offer) => `${euros(offer.salary, 'en')} a month before taxes for ${offer.weeklyHours} hours a week`,
  fr: (offer) => `${euros(offer.salary, 'fr')} brut par mois pour ${offer.weeklyHours} heures par semaine`,
};

export const remoteLine: Phrase<Offer> = {
  en: (offer) => `${counted(offer.remoteDays, 'day', 'days', 'en')} a week from home, if you like`,
  fr: (offer) => `${counted(offer.remoteDays, 'jour', 'jours', 'fr')} de télétravail par semaine, si vous le souhaitez`,
};

export const closings: readonly Phrase<Offer>[] = [
  {
    en: (offer) => `Write us a few lines and quote the reference ${offer.reference}: a human being will answer you.`,
    fr: (offer) => `Écrivez-nous quelques lignes avec la référence ${offer.reference} : un être humain vous répondra.`,
  },
  {
    en: (offer) =>
      `Send your CV with the reference ${offer.reference}; interviews take place in ${cityInEnglish(offer)} or by video.`,
    fr: (offer) =>
      `Envoyez votre CV avec la référence ${offer.reference} ; les entretiens ont lieu ${inCity(offer.city.name)} ou en visio.`,
  },
  {
    en: (offer) => `The post is open to all, with or without a disability. Reference: ${offer.reference}.`,
    fr: (offer) => `Poste ouvert à toutes et à tous, en situation de handicap ou non. Référence : ${offer.reference}.`,
  },
];

/** What is added when an offer is edited after its publication. */
export const amendment: Bilingual = {
  en: '*Update: the salary has been raised, and the starting date can be discussed.*',
  fr: '*Mise à jour : la rémunération a été revue à la hausse, et la date de début peut se discuter.*',
};

export const headings = {
  tasks: { en: 'What you will do', fr: 'Vos missions' },
  profile: { en: 'Who you are', fr: 'Votre profil' },
  terms: { en: 'What we offer', fr: 'Ce que nous proposons' },
} satisfies Record<string, Bilingual>;
