import { recordAccess } from '#lib/audit';
import { officerById } from '#lib/organisations';
import { blindIndex, type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import type { PopulationRegister, RegisterPerson } from '#lib/registries';
import type { Principal } from '#lib/web';
import { In, MoreThan } from 'typeorm';
import { identityAgencies } from '../proofing/desk/identity-agencies.js';
import type { WaitingRequest } from '../proofing/desk/waiting-requests.js';
import { CounterMatter, type MatterKind } from './counter-matter.entity.js';
import { type MatterContent, openMatter, peopleIn } from './matter-content.js';
import { refuseOwnMatters } from './note-matter.js';

/** A matter with what the register says of whom it is about, as an officer at the counter sees it. */
export interface MatterView {
  matter: CounterMatter;
  content: MatterContent;
  /** By ID number. */
  people: Map<string, RegisterPerson>;
  /** Whether the officer is the one who noted it. */
  first: boolean;
}

/**
 * A matter that an officer has to do with: their own, and what the others at their agency have noted. Refuses any other
 * ('not-found', 404) and one out of time ('counter-request-over', 410).
 */
export async function theirMatter(
  tx: Tx,
  platform: Platform,
  officer: Principal,
  id: string,
): Promise<CounterMatter> {
  const agencies = identityAgencies(officer);
  const matter = await tx.getRepository(CounterMatter).findOneBy({ id });
  const others = matter?.state === 'open' && matter.firstOfficer !== officer.id;
  if (!matter || others || !agencies.includes(matter.agencyId)) throw new Refusal('not-found', 404);
  if (matter.expiresAt <= platform.clock.now()) throw new Refusal('counter-request-over', 410);
  return matter;
}

/** Shows a matter to an officer and records, in the same transaction, whose data they saw. */
export function viewMatter(
  platform: Platform,
  register: PopulationRegister,
  officer: Principal,
  id: string,
): Promise<MatterView> {
  return transaction(platform.database, async (tx) => {
    const matter = await theirMatter(tx, platform, officer, id);
    const content = openMatter(platform, matter);
    await refuseOwnMatters(tx, platform, register, officer.id, content);
    const people = new Map<string, RegisterPerson>();
    for (const idNumber of peopleIn(content)) {
      const person = await register.findPerson(idNumber, 'identity-check');
      if (!person) throw new Refusal('not-found', 404);
      people.set(idNumber, person);
    }
    await recordLooks(tx, platform, officer, { agencyId: matter.agencyId, idNumbers: [...people.keys()] });
    return { matter, content, people, first: matter.firstOfficer === officer.id };
  });
}

/** That an officer saw what the register says of people, for those people to read. */
async function recordLooks(
  tx: Tx,
  platform: Platform,
  officer: Principal,
  seen: { agencyId: string; idNumbers: string[] },
): Promise<void> {
  for (const idNumber of seen.idNumbers)
    await recordAccess(tx, [
      {
        at: platform.clock.now(),
        actorKind: 'officer',
        actorId: officer.id,
        actorRoles: ['identity'],
        agencyId: seen.agencyId,
        purpose: 'identity-check',
        subjectPersonId: null,
        subjectIndex: blindIndex(platform.config.secrets.blindIndexKey, idNumber),
        caseId: null,
        what: 'identity-check',
      },
    ]);
}

/** What waits for a second officer at the counters of an officer, besides checks of identities. */
export async function waitingMatters(
  platform: Platform,
  officer: Principal,
): Promise<(Omit<WaitingRequest, 'purpose'> & { kind: MatterKind })[]> {
  const tx = platform.database.manager;
  const waiting = await tx.getRepository(CounterMatter).find({
    where: {
      state: 'checked',
      agencyId: In(identityAgencies(officer)),
      expiresAt: MoreThan(platform.clock.now()),
    },
    order: { checkedAt: 'ASC' },
  });
  return Promise.all(
    waiting.map(async ({ id, kind, checkedAt, openedAt, firstOfficer }) => ({
      id,
      kind,
      checkedAt: checkedAt ?? openedAt,
      firstOfficer: (await officerById(tx, firstOfficer))?.fullName ?? '',
      own: firstOfficer === officer.id,
    })),
  );
}
