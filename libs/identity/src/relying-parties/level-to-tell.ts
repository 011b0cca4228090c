import type { Platform } from '#lib/platform';
import type { Assurance } from '../assurance/levels.js';
import { Person } from '../person/person.entity.js';

/** The level a system is told: within a day of a recovery that nobody saw in person, no more than 1. */
export async function levelToTell({ database, clock }: Platform, personId: string): Promise<Assurance> {
  const { assurance, heldUntil } = await database
    .getRepository(Person)
    .findOneOrFail({ where: { id: personId }, select: { id: true, assurance: true, heldUntil: true } });
  return heldUntil && heldUntil > clock.now() && assurance > 1 ? 1 : assurance;
}
