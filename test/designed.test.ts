import { errorsIn, textIn } from '../libs/applications/src/draft/page-form.fixture.js';
import { beginNew, smallDefinition, walkProposals } from '../libs/designing/src/draft/designers.fixture.js';
import { createDeskBeside, type DeskBeside, type SeatedOfficer } from './desk-beside.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld, signingOptionsIn } from './portal-world.js';

const code = '9.770401';
let world: PortalWorld;
let desk: DeskBeside;
let lan: CitizenAtHome;

beforeAll(async () => {
  world = await createPortalWorld();
  desk = await createDeskBeside(world.db, world.owner);
  lan = await world.citizen();
}, 60_000);
afterAll(async () => {
  await desk?.close();
  await world?.close();
});

/** Somebody who writes definitions, with a passkey. */
async function designer(name: string): Promise<SeatedOfficer> {
  const officer = await desk.officer(name, 'designer');
  const authorization = `Bearer ${desk.platform.config.secrets.nationalApiKey}`;
  const link = await officer.postJson('/api/enrolment-links', { officerId: officer.id }, { authorization });
  const token = new URL(link.body.url).searchParams.get('token');
  await officer.register('/enrol/challenge', '/enrol', { token });
  return officer;
}

const hiddenIn = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

test('a procedure that two designers make is found, applied for and handled, without touching the code', async () => {
  const [yen, huy] = [await designer('Vương Thị Hải Yến'), await designer('Tạ Quang Huy')];
  expect((await lan.get(`/procedures/${code}`)).status).toBe(404);

  const draft = await beginNew(yen, code);
  await yen.postForm(`${draft}/text`, {
    version: '1',
    text: smallDefinition(code, 'Xác nhận trại trồng nấm'),
  });
  const today = { 'in-force-day': '20', 'in-force-month': '11', 'in-force-year': '2026' };
  await yen.postForm(`${draft}/proposal`, { version: '2', reason: 'Luật Chăn nuôi', ...today });
  await walkProposals(await world.db.platform('worker'), world.owner);
  const page = (await huy.get(`${draft}/proposal`)).text;
  const published = await huy.postForm(`${draft}/proposal/approval`, {
    proposal: hiddenIn(page, 'proposal'),
    nonce: hiddenIn(page, 'nonce'),
    assertion: JSON.stringify(huy.device.getJSON(huy.origin, signingOptionsIn(page))),
  });
  expect(published.headers.location).toBe(`/design/procedures/${code}?done=published`);

  expect((await lan.get('/procedures?q=trai+trong+nam')).text).toContain(`/procedures/${code}`);
  expect(textIn((await lan.get(`/procedures/${code}`)).text)).toMatch(
    /Xác nhận trại trồng nấm.*3 ngày làm việc.*20\.000/,
  );
  const application = (await lan.post(`/procedures/${code}/drafts`)).headers.location ?? '';
  const answers = {
    'filing-place': { 'filingPlace-province': '01', 'filingPlace-commune': '00082' },
    bees: { hives: '12' },
  };
  for (const [name, fields] of Object.entries(answers)) {
    const sent = await lan.fill(`${application}/pages/${name}`, fields);
    expect([name, sent.status, errorsIn(sent.text)]).toEqual([name, 303, []]);
  }
  const id = application.slice('/drafts/'.length);
  expect((await lan.sign(id)).headers.location).toBe(`/applications/${id}/receipt`);

  const intake = await desk.officer('Trần Thanh Mai', 'intake');
  const file = (await intake.get(`/applications/${id}`)).text;
  for (const said of ['Xác nhận trại trồng nấm', '12']) expect(textIn(file)).toContain(said);
});
