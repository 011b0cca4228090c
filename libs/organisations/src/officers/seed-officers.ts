import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot, type Tx } from '#lib/platform';
import { type AgencyAddress, findAgency } from '../agencies/find-agency.js';
import { appointedMonths, appointOfficer } from './appoint-officer.js';
import { knownOfficer } from './known-officer.js';
import { noteOfficerIdentity } from '../officer-identity/note-officer-identity.js';
import type { IdentitySecrets } from './officer-identity.js';
import { isNoted } from './officer-lookup.js';
import { monthsLater } from './months-later.js';
import { OfficerRole, type OfficerRoleName } from './officer-role.entity.js';

interface Staff {
  agency: AgencyAddress;
  officers: {
    staffNumber: string;
    role: OfficerRoleName;
    name: string;
    idNumber: string;
  }[];
}

/**
 * Appoints the invented officers of `data/officers.yaml` from `at` on, for a time; who ever held the
 * role, or is noted as a person, keeps what became of it.
 */
export async function seedOfficers(tx: Tx, at: Date, secrets: IdentitySecrets): Promise<void> {
  const until = monthsLater(at, appointedMonths);
  const file = join(projectRoot(), 'libs/organisations/data/officers.yaml');
  for (const { agency: address, officers } of parse(readFileSync(file, 'utf8')) as Staff[]) {
    const agency = await findAgency(tx, address);
    if (!agency)
      throw new Error(`officers.yaml names an agency that is not there: ${JSON.stringify(address)}`);
    for (const { staffNumber, role, name, idNumber } of officers) {
      const officer = await knownOfficer(tx, { staffNumber, fullName: name });
      const held = { officerId: officer.id, agencyId: agency.id, role };
      if (!(await tx.getRepository(OfficerRole).existsBy(held)))
        await appointOfficer(tx, { staffNumber, fullName: name, role, agencyId: agency.id, at, until });
      if (!(await isNoted(tx, officer.id)))
        await noteOfficerIdentity(tx, secrets, { officerId: officer.id, at }, { idNumber, household: [] });
    }
  }
}
