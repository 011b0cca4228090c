import { blindIndex, newId, type Platform, seal, type Tx, unseal } from '#lib/platform';
import type { RegisterPerson } from '#lib/registries';
import type { Principal } from '#lib/web';
import { tellWhatWasAsked } from '../asked-before/tell-what-was-asked.js';
import { Person } from '../person/person.entity.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import type { UsedPhoneCode } from '../phone-code/use-phone-code.js';
import { raiseAssurance } from '../proofing/raise-assurance.js';
import { Mandate } from '../representation/mandate.entity.js';
import { sealRepresented } from '../representation/represented.js';
import { tellRepresented } from '../representation/tell-represented.js';

/** How long a helper may prepare on the strength of a code: the visit, and coming back the next morning. */
const assistanceHours = 24;

/**
 * Lets a helper prepare for the citizen who gave the code back. A citizen not known here yet is from now on, at level 1
 * by the same proof as in sign-up, so that what is filed is theirs; the first to sign in is they themselves. Who has an
 * account is told. To be called in a transaction.
 */
export async function agreeByCode(
  tx: Tx,
  platform: Platform,
  helper: Principal,
  { claimsSealed, phone }: UsedPhoneCode,
): Promise<void> {
  if (!claimsSealed) throw new Error('A code that was right has no citizen');
  const { encryptionKey } = platform.config.secrets;
  const citizen = JSON.parse(
    unseal(encryptionKey, `phone-code:citizen:${helper.id}`, claimsSealed),
  ) as RegisterPerson;
  const now = platform.clock.now();
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060023))', [helper.id]);
  const personId =
    (await personWithIdNumber(tx, platform, citizen.idNumber)) ?? (await open(tx, platform, citizen));
  const id = newId();
  const row = {
    id,
    kind: 'assistant' as const,
    ...sealRepresented(platform, id, citizen),
    representativeId: helper.id,
    scopes: 'all' as const,
    validFrom: now,
    validUntil: new Date(now.getTime() + assistanceHours * 3_600_000),
    grantedHow: 'represented' as const,
    evidence: { by: personId, fresh: 'phone-code', phone },
    grantedAt: now,
    acceptedAt: now,
  };
  await tx.createQueryBuilder().insert().into(Mandate).values(row).updateEntity(false).execute();
  await tellRepresented(
    tx,
    platform,
    { kind: row.kind, represented: { kind: 'person', ...citizen } },
    { what: 'noticeGranted', by: helper.id, href: '/account/acting' },
  );
}

async function open(tx: Tx, platform: Platform, citizen: RegisterPerson): Promise<string> {
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  const id = newId();
  const now = platform.clock.now();
  await tx.getRepository(Person).insert({
    id,
    idNumberSealed: seal(encryptionKey, `person:id-number:${id}`, citizen.idNumber),
    idNumberIndex: blindIndex(blindIndexKey, citizen.idNumber),
    fullName: citizen.fullName.normalize('NFC'),
    birthDate: citizen.birthDate,
    sex: citizen.sex,
    phoneSealed: citizen.phone ? seal(encryptionKey, `person:phone:${id}`, citizen.phone) : null,
    assurance: 1,
    evidence: {
      method: 'register-match-and-phone-code',
      register: 'population',
      matched: ['id-number', 'full-name', 'birth-date'],
      provedAt: now.toISOString(),
      openedFor: 'assistance',
    },
    createdAt: now,
    lockedAt: null,
    heldUntil: null,
  });
  const shown = { level: 1, method: 'register-and-phone', evidence: { openedFor: 'assistance' } } as const;
  await raiseAssurance(tx, platform, id, shown);
  await tellWhatWasAsked(tx, platform, id);
  return id;
}
