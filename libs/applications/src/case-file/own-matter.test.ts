import { noteOfficerIdentity } from '#lib/organisations';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { lan } from '../../../../test/file-application.js';
import { performAct } from '../act/perform-act.js';

let world: DeskWorld;
let hers: string;
let version: number;

beforeAll(async () => {
  world = await createDeskWorld();
  hers = (await world.file()).id;
  [{ version }] = await world.owner.query('SELECT version FROM applications.application WHERE id = $1', [
    hers,
  ]);
});
afterAll(() => world?.close());

async function officerWho(idNumber: string, household: string[] = []): Promise<OfficerAtWork> {
  const officer = await world.officer('Trần Thanh Mai', 'intake');
  const { blindIndexKey } = world.desk.config.secrets;
  await noteOfficerIdentity(
    world.owner.manager,
    blindIndexKey,
    { officerId: officer.id, at: new Date() },
    { idNumber, household },
  );
  return officer;
}

const accept = ({ id, name }: OfficerAtWork) =>
  performAct(world.desk.database.manager, world.desk, {
    applicationId: hers,
    event: 'accept',
    version,
    idempotencyKey: '01936d9c-7b6a-7d5e-8f00-0123456789ff',
    actor: { kind: 'officer', id, name },
    as: ['intake'],
    purpose: 'case-handling',
    details: {},
  });

test.each([
  ['the applicant', lan.idNumber, []],
  ['of the applicant’s household', '001085009901', [lan.idNumber]],
])('an officer who is %s neither opens nor moves the application', async (_, idNumber, household) => {
  const officer = await officerWho(idNumber, household);
  const { status, text } = await officer.browser.get(`/applications/${hers}`);
  expect([status, text]).toEqual([403, expect.stringContaining('data-code="own-matter"')]);
  expect((await officer.browser.get(`/applications/${hers}/acts/accept`)).status).toBe(403);
  await expect(accept(officer)).rejects.toMatchObject({ code: 'own-matter', status: 403 });
});

test('any other officer of the agency does', async () => {
  const officer = await officerWho('001085009977', ['001085009978']);
  expect((await officer.browser.get(`/applications/${hers}`)).status).toBe(200);
  await expect(accept(officer)).resolves.toBeUndefined();
});
