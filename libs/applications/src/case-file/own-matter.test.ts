import { createDeskWorld, cuaNam, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { type Filed, lan } from '../../../../test/file-application.js';
import { noteAsPerson } from '../../../../test/known-officer.js';
import { performAct } from '../act/perform-act.js';

let world: DeskWorld;
let hers: Filed;
let version: number;

beforeAll(async () => {
  world = await createDeskWorld();
  hers = await world.file();
  [{ version }] = await world.owner.query('SELECT version FROM applications.application WHERE id = $1', [
    hers.id,
  ]);
});
afterAll(() => world?.close());

async function officerWho(idNumber: string, household: string[] = []): Promise<OfficerAtWork> {
  const officer = await world.officer('Trần Thanh Mai', 'intake');
  await noteAsPerson(world.owner.manager, world.desk, officer.id, { idNumber, household });
  return officer;
}

const accept = ({ id, name }: OfficerAtWork) =>
  performAct(world.desk.database.manager, world.desk, {
    applicationId: hers.id,
    event: 'accept',
    version,
    idempotencyKey: '01936d9c-7b6a-7d5e-8f00-0123456789ff',
    actor: { kind: 'officer', id, name },
    as: ['intake'],
    purpose: 'case-handling',
    details: {},
  });

test.each([
  ['the applicant', 'own-matter', () => officerWho(lan.idNumber)],
  ['of the applicant’s household', 'own-matter', () => officerWho('001085009901', [lan.idNumber])],
  ['nobody known', 'officer-identity-unknown', () => world.officer('Ai Đó', 'intake', cuaNam, false)],
])('an officer who is %s neither opens nor moves nor is shown the application', async (_, code, appoint) => {
  const officer = await appoint();
  const { status, text } = await officer.browser.get(`/applications/${hers.id}`);
  expect([status, text]).toEqual([403, expect.stringContaining(`data-code="${code}"`)]);
  expect((await officer.browser.get(`/applications/${hers.id}/acts/accept`)).status).toBe(403);
  await expect(accept(officer)).rejects.toMatchObject({ code, status: 403 });
  const queue = (await officer.browser.get('/')).text;
  expect(queue).toContain(hers.number.slice(-4));
  expect(queue.includes('Chưa biết bạn là ai')).toBe(code === 'officer-identity-unknown');
  for (const hidden of [lan.fullName, `/applications/${hers.id}"`, 'type="checkbox"'])
    expect(queue).not.toContain(hidden);
  const [seen] = await world.owner.query(
    `SELECT count(*)::int AS times FROM audit.access_event WHERE what = 'queue-row' AND actor_id = $1`,
    [officer.id],
  );
  expect(seen).toEqual({ times: 0 });
  const found = await officer.browser.postForm('/search', { sought: lan.idNumber });
  expect(found.headers.location).toContain('applicant=none');
});

test('any other officer of the agency does', async () => {
  const officer = await officerWho('001085009977', ['001085009978']);
  expect((await officer.browser.get(`/applications/${hers.id}`)).status).toBe(200);
  expect((await officer.browser.get('/')).text).toContain(lan.fullName);
  await expect(accept(officer)).resolves.toBeUndefined();
});
