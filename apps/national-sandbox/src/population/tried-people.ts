import type { Localised, Tx } from '#lib/platform';
import { IsNull, Not } from 'typeorm';
import { Person } from './person.entity.js';

/** A person of the register with whom a tester can try something. */
export type TriedPerson = Person & { testCase: Localised };

/** The people of the register a tester can try something with, household by household. */
export async function triedPeople(tx: Tx): Promise<TriedPerson[]> {
  const people = await tx
    .getRepository(Person)
    .find({ where: { testCase: Not(IsNull()) }, order: { position: 'ASC' } });
  return people as TriedPerson[];
}
