import type { Company } from './companies';
import { randomFor } from './random';
import { drawPerson, mailbox, phoneNumber } from './vocabulary/people';

const HOUSINGS_PER_OWNER = 2.5;
const MAXIMAL_COUNT = 5_000;

/** Sectors whose companies also let housing to students. */
const LETTING_SECTORS: readonly string[] = ['Banque et assurance', 'Architecture et bâtiment'];

export interface Owner {
  readonly documentId: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** The company that the owner is, when it is not a person. */
  readonly company: Company | null;
}

/** Whoever lets the given number of flats and rooms: some companies, each of them once, and many people. */
export function createOwners(seed: number, housings: number, companies: readonly Company[]): Owner[] {
  const count = Math.min(Math.ceil(housings / HOUSINGS_PER_OWNER), MAXIMAL_COUNT);
  const letting = companies.filter(({ sector }) => LETTING_SECTORS.includes(sector.label));
  const companyEvery = 10;
  return Array.from({ length: count }, (_, index) => {
    const random = randomFor(seed, 'owner', index);
    const documentId = random.documentId();
    const phone = phoneNumber(random);
    const company = index % companyEvery === 0 ? letting[index / companyEvery] : undefined;
    if (company) {
      return { documentId, phone, name: company.name, email: `${mailbox(company.name)}@example.com`, company };
    }
    const { firstName, lastName } = drawPerson(random);
    const name = `${firstName} ${lastName}`;
    return { documentId, phone, name, email: `${mailbox(name)}@example.org`, company: null };
  });
}
