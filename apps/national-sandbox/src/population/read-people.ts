import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Localised, projectRoot } from '#lib/platform';
import { officerAsPerson, type OfficerFact } from './officer-as-person.js';
import type { Person, RegisteredPlace } from './person.entity.js';

interface Household {
  residence: Person['residence'];
  members: Member[];
}

interface Member {
  idNumber: string;
  fullName: string;
  birthDate: string;
  sex: Person['sex'];
  phone?: string;
  deceased?: true;
  nationality?: string;
  ethnicGroup?: string;
  spouse?: string;
  hometown?: RegisteredPlace;
  relationship: string;
  case: Localised;
}

/** What the file of newborns says; the day of birth depends on today. */
export interface NewbornFact {
  certificateNumber: string;
  motherIdNumber: string;
  sex: Person['sex'];
  bornDaysAgo: number;
  /** HH:mm in Việt Nam. */
  bornAt: string;
  weightGrams: number;
  hospital: RegisteredPlace;
  proposedName: string;
  case: Localised;
}

/** The people of the register, from `data/people.yaml`, and after them the officers of the desk, from `data/officers.yaml`. */
export function readPeople(): Person[] {
  const households = read<Household[]>('people.yaml');
  const people = peopleOf(households);
  const officers = read<OfficerFact[]>('officers.yaml').map((officer, nth) => ({
    ...officerAsPerson(officer),
    household: households.length + 1 + nth,
    position: people.length + nth,
  }));
  return [...people, ...officers];
}

function peopleOf(households: Household[]): Person[] {
  return households
    .flatMap(({ residence, members }, household) =>
      members.map((member) => ({ ...member, residence, household: household + 1 })),
    )
    .map(({ case: testCase, spouse, ...person }, position) => ({
      ...person,
      phone: person.phone ?? null,
      deceased: person.deceased ?? false,
      nationality: person.nationality ?? 'VN',
      ethnicGroup: person.ethnicGroup ?? null,
      hometown: person.hometown ?? null,
      spouseIdNumber: spouse ?? null,
      testCase,
      position,
    }));
}

/** The children who are not registered yet, from `data/newborns.yaml`. */
export function readNewborns(): NewbornFact[] {
  return read<NewbornFact[]>('newborns.yaml');
}

function read<T>(file: string): T {
  return parse(readFileSync(join(projectRoot(), 'apps/national-sandbox/data', file), 'utf8')) as T;
}
