import { legalDate, newId, type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import { type HouseholdMember, type PopulationRegister, spouseOf } from '#lib/registries';
import { IsNull } from 'typeorm';
import { personalDetails } from '../person/personal-details.js';
import { childrenOf } from './children-of.js';
import { fourteenthBirthday } from './fourteenth-birthday.js';
import { Mandate } from './mandate.entity.js';
import { sealRepresented } from './represented.js';
import { tellRepresented } from './tell-represented.js';

/** How long what a household was is taken for what it is. */
const goodForMs = 24 * 3_600_000;

/**
 * Learns from the population register for which children and which spouse a person may act, at most once a day: a
 * mandate for each that is new, an end for each that is no longer so. Level 0 is nobody in the register.
 * Where the register is away what was known stays. Returns whether what stands now is known of today.
 */
export async function knowFamily(
  platform: Platform,
  register: PopulationRegister,
  personId: string,
): Promise<boolean> {
  const tx = platform.database.manager;
  const now = platform.clock.now();
  const { idNumber, assurance } = await personalDetails(tx, platform, personId);
  if (assurance < 1 || (await lookedAfter(tx, personId, new Date(now.getTime() - goodForMs)))) return true;
  const household = await register.household(idNumber, 'representation').catch(ifAway);
  if (!household) return false;
  await transaction(platform.database, async (inner) => {
    // Two tabs that ask in the same instant write one after the other, and the second finds nothing new.
    await inner.query(
      `INSERT INTO identity.household_look (person_id, at) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET at = excluded.at`,
      [personId, now],
    );
    const spouse = spouseOf(household, idNumber);
    await keep(inner, platform, personId, 'parent', childrenOf(household, idNumber, legalDate(now)));
    await keep(inner, platform, personId, 'spouse', spouse ? [spouse] : []);
  });
  return true;
}

async function lookedAfter(tx: Tx, personId: string, instant: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM identity.household_look WHERE person_id = $1 AND at > $2',
    [personId, instant],
  );
  return rows.length > 0;
}

/** Makes what stands what the register says: nobody more, nobody less. */
async function keep(
  tx: Tx,
  platform: Platform,
  representativeId: string,
  kind: 'parent' | 'spouse',
  people: HouseholdMember[],
): Promise<void> {
  const now = platform.clock.now();
  const mandates = tx.getRepository(Mandate);
  const standing = await mandates.findBy({ representativeId, kind, endedAt: IsNull() });
  const refused = await endedByAPerson(tx, representativeId, kind);
  const rows = people.map((person) => {
    const id = newId();
    return {
      id,
      kind,
      ...sealRepresented(platform, id, person),
      representativeId,
      scopes: 'all' as const,
      validFrom: now,
      validUntil: kind === 'parent' ? fourteenthBirthday(person.birthDate) : null,
      grantedHow: 'population-register' as const,
      evidence: { register: 'population', readAt: now.toISOString() },
      grantedAt: now,
    };
  });
  const said = new Set(rows.map(({ representedIndex }) => representedIndex));
  // Who turned 14 is left: that mandate ran out by itself, and what was filed under it goes on.
  for (const { id, representedIndex, validUntil } of standing)
    if (!said.has(representedIndex ?? '') && (validUntil === null || validUntil > now))
      await mandates.update({ id, endedAt: IsNull() }, { endedAt: now });
  const known = new Set([...standing, ...refused].map(({ representedIndex }) => representedIndex));
  const fresh = rows.filter(({ representedIndex }) => !known.has(representedIndex));
  if (fresh.length === 0) return;
  await tx.createQueryBuilder().insert().into(Mandate).values(fresh).updateEntity(false).execute();
  const granted = new Set(fresh.map(({ representedIndex }) => representedIndex));
  const told = rows.flatMap(({ representedIndex }, nth) =>
    granted.has(representedIndex) ? (people[nth] ?? []) : [],
  );
  for (const person of told)
    await tellRepresented(
      tx,
      platform,
      { kind, represented: { kind: 'person', ...person } },
      { what: 'noticeGranted', by: representativeId, href: '/account/acting' },
    );
}

/**
 * What a person has ended does not come back because a register still says what it said: only by whoever ended it
 * (`renewMandate`). After that the newest of them counts, which a register may have ended.
 */
async function endedByAPerson(
  tx: Tx,
  representativeId: string,
  kind: 'parent' | 'spouse',
): Promise<Mandate[]> {
  const ever = await tx
    .getRepository(Mandate)
    .find({ where: { representativeId, kind }, order: { grantedAt: 'ASC', id: 'ASC' } });
  const newest = new Map(ever.map((mandate) => [mandate.representedIndex, mandate]));
  return [...newest.values()].filter(({ endedBy }) => endedBy !== null);
}

function ifAway(error: unknown): undefined {
  if (error instanceof Refusal && error.status === 503) return undefined;
  throw error;
}
