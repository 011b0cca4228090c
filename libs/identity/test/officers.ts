import { appointOfficer, findAgency, noteKnownOfficer } from '#lib/organisations';
import type { Browser } from './browser.js';
import type { World } from './world.js';

/** An officer with a passkey, signed in at the desk. */
export interface OfficerAtCounter {
  id: string;
  browser: Browser;
}

let count = 0;

/**
 * Appoints an officer who checks identities at the police of a ward (Cửa Nam unless told otherwise), known as the
 * person with this ID number; with `idNumber` null nobody noted who they are.
 */
export async function identityOfficer(
  world: World,
  given: {
    idNumber?: string | null;
    household?: string[];
    commune?: string;
    role?: 'identity' | 'intake';
  } = {},
): Promise<OfficerAtCounter> {
  const { idNumber = `00108500${(count += 1) + 1000}`, household = [], commune = '00082' } = given;
  const owner = await world.db.owner();
  const agency = await findAgency(owner.manager, { communeCode: commune, body: 'police' });
  if (!agency) throw new Error(`No police in commune ${commune}`);
  const staffNumber = `I${(count += 1)}`;
  const { id } = await appointOfficer(owner.manager, {
    staffNumber,
    fullName: `Cán bộ ${staffNumber}`,
    role: given.role ?? 'identity',
    agencyId: agency.id,
    at: new Date('2020-01-01T00:00:00Z'),
  });
  const { secrets } = world.desk.config;
  if (idNumber)
    await noteKnownOfficer(
      owner.manager,
      secrets,
      { officerId: id, at: new Date() },
      { idNumber, household },
    );
  const browser = world.browser('desk');
  const link = await browser.postJson(
    '/api/enrolment-links',
    { officerId: id },
    { authorization: `Bearer ${secrets.nationalApiKey}` },
  );
  const token = new URL(link.body.url).searchParams.get('token');
  const enrolled = await browser.register('/enrol/challenge', '/enrol', { token });
  if (enrolled.status !== 200) throw new Error(`Enrolment ended with ${enrolled.status} ${enrolled.text}`);
  return { id, browser };
}
