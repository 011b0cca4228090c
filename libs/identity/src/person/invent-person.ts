import { blindIndex, newId, type Platform, seal, type Tx } from '#lib/platform';
import { Person } from './person.entity.js';

/**
 * An applicant who does not exist, with an ID number that no register gives (a province code of 000). For walks through
 * a definition, whose transaction never commits.
 */
export async function inventPerson(tx: Tx, platform: Platform, fullName: string): Promise<string> {
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  const id = newId();
  const idNumber = `000${id.replace(/\D/g, '').padEnd(9, '0').slice(-9)}`;
  const now = platform.clock.now();
  await tx.getRepository(Person).insert({
    id,
    idNumberSealed: seal(encryptionKey, `person:id-number:${id}`, idNumber),
    idNumberIndex: blindIndex(blindIndexKey, `${idNumber}/${id}`),
    fullName,
    birthDate: '1990-01-01',
    sex: 'female',
    assurance: 2,
    evidence: {
      method: 'register-match-and-phone-code',
      register: 'population',
      matched: ['id-number'],
      provedAt: now.toISOString(),
    },
    createdAt: now,
  });
  return id;
}
