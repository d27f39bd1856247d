import { firstOfMonth, nextMonth } from '../calendar';
import { pickCity, type Company } from '../companies';
import type { Random } from '../random';
import { perks } from '../vocabulary/perks';
import { professions } from '../vocabulary/professions';
import type { Offer, OfferType } from './offer';

const FULL_TIME_HOURS = 35;
const WEEKS_IN_A_MONTH = 52 / 12;
const AT_HEADQUARTERS = 0.7;

/**
 * What an offer first published on `createdAt` is about: a profession that the company's sector knows, and terms that
 * go with the type of contract.
 */
export function drawOffer(random: Random, index: number, companies: readonly Company[], createdAt: Date): Offer {
  const company = random.pick(companies);
  const profession = professions[random.pick(company.sector.professions)];
  const type: OfferType = profession.studies
    ? random.pick(['internship', 'internship', 'apprenticeship'])
    : random.pick(['part-time', 'part-time', 'summer-job']);
  return {
    type,
    reference: `${createdAt.getUTCFullYear()}-${String(index + 1).padStart(7, '0')}`,
    profession,
    company,
    city: random.chance(AT_HEADQUARTERS) ? company.headquarters : pickCity(random),
    ...drawTerms(random, type, createdAt),
    remoteDays: profession.studies && random.chance(0.6) ? random.integer(1, 3) : 0,
    tasks: random.sample(profession.tasks, random.integer(3, 4)),
    skills: random.sample(profession.skills, random.integer(2, 3)),
    perks: random.sample(perks, random.integer(1, 2)),
  };
}

type Terms = Pick<Offer, 'durationMonths' | 'weeklyHours' | 'salary' | 'startDate'>;

function drawTerms(random: Random, type: OfferType, createdAt: Date): Terms {
  switch (type) {
    case 'internship':
      return {
        durationMonths: random.integer(2, 6),
        weeklyHours: FULL_TIME_HOURS,
        salary: random.integer(66, 140) * 10,
        startDate: firstOfMonth(createdAt, random.integer(2, 8)),
      };
    case 'apprenticeship':
      return {
        durationMonths: random.pick([12, 12, 24]),
        weeklyHours: FULL_TIME_HOURS,
        salary: random.integer(80, 165) * 10,
        startDate: nextMonth(createdAt, random.pick([9, 10])),
      };
    case 'part-time': {
      const weeklyHours = random.integer(8, 24);
      const hourlyWage = random.integer(120, 145) / 10;
      return {
        durationMonths: random.integer(4, 12),
        weeklyHours,
        salary: Math.round(weeklyHours * WEEKS_IN_A_MONTH * hourlyWage),
        startDate: firstOfMonth(createdAt, random.integer(1, 3)),
      };
    }
    case 'summer-job':
      return {
        durationMonths: random.integer(1, 2),
        weeklyHours: FULL_TIME_HOURS,
        salary: random.integer(182, 210) * 10,
        startDate: nextMonth(createdAt, random.pick([6, 7])),
      };
  }
}
