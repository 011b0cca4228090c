import { isPostgresError, legalDate, newId, type Platform, Refusal, type Tx } from '#lib/platform';
import { type PopulationRegister, spouseOf } from '#lib/registries';
import { MoreThan } from 'typeorm';
import { personalDetails } from '../person/personal-details.js';
import { childrenOf } from './children-of.js';
import { Mandate } from './mandate.entity.js';
import { type OpenMandate, readMandates } from './read-mandates.js';
import { type RepresentedPerson, sealRepresented } from './represented.js';
import { tellRepresentative } from './tell-representative.js';

/** Mandates that follow from a register and that this person ended, the newest of each: theirs to give again. */
export async function renewableMandates(
  tx: Tx,
  platform: Platform,
  personId: string,
): Promise<OpenMandate[]> {
  const now = platform.clock.now();
  const ended = await readMandates(tx, platform, {
    endedBy: personId,
    grantedHow: 'population-register',
  });
  const found: OpenMandate[] = [];
  for (const mandate of ended)
    if ((mandate.validUntil === null || mandate.validUntil > now) && (await isNewest(tx, mandate)))
      found.push(mandate);
  return found;
}

async function isNewest(tx: Tx, { id }: OpenMandate): Promise<boolean> {
  const mandates = tx.getRepository(Mandate);
  const { kind, representativeId, representedIndex, grantedAt } = await mandates.findOneByOrFail({ id });
  if (representativeId === null || representedIndex === null) return false;
  const later = { kind, representativeId, representedIndex, grantedAt: MoreThan(grantedAt) };
  return !(await mandates.existsBy(later));
}

/**
 * Gives again what a person ended themselves, if the population register still says what it rested on; whoever may act
 * again is told. What was ended stays as it was: this is a new mandate.
 * Refuses what is not theirs to give again ('not-found', 404), what the register no longer says
 * ('register-says-otherwise', 409) and a register that is away ('register-unavailable', 503).
 * To be called in a transaction.
 */
export async function renewMandate(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  personId: string,
  id: string,
): Promise<void> {
  const old = (await renewableMandates(tx, platform, personId)).find((each) => each.id === id);
  if (!old?.representativeId || old.represented.kind !== 'person') throw new Refusal('not-found', 404);
  const { kind, represented, representativeId, validUntil, scopes, grantedHow } = old;
  await confirmInRegister(tx, platform, register, { kind, representativeId, represented });
  const now = platform.clock.now();
  const newerId = newId();
  const row = {
    id: newerId,
    kind,
    ...sealRepresented(platform, newerId, represented),
    representativeId,
    scopes,
    validFrom: now,
    validUntil,
    grantedHow,
    evidence: { register: 'population', readAt: now.toISOString(), renewedBy: personId },
    grantedAt: now,
  };
  try {
    await tx.createQueryBuilder().insert().into(Mandate).values(row).updateEntity(false).execute();
  } catch (error) {
    // Two tabs at the same moment: the other one has given it.
    if (isPostgresError(error, 'unique-violation')) throw new Refusal('not-found', 404);
    throw error;
  }
  await tellRepresentative(tx, platform, { ...old, ...row }, { by: personId });
}

async function confirmInRegister(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  mandate: Pick<OpenMandate, 'kind'> & { representativeId: string; represented: RepresentedPerson },
): Promise<void> {
  const { idNumber } = await personalDetails(tx, platform, mandate.representativeId);
  const household = await register.household(idNumber, 'representation');
  const spouse = spouseOf(household, idNumber);
  const said =
    mandate.kind === 'spouse'
      ? [spouse].filter((each) => each !== undefined)
      : childrenOf(household, idNumber, legalDate(platform.clock.now()));
  if (!said.some((member) => member.idNumber === mandate.represented.idNumber))
    throw new Refusal('register-says-otherwise', 409);
}
