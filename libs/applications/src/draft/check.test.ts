import { type Citizen, createDraftWorld, type DraftWorld } from './draft-world.fixture.js';
import { birthPages, ha, minh as minhInRegister } from './household.fixture.js';
import { beginDraft, inputsIn, sendPageForm, textIn } from './page-form.fixture.js';

const pledge = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
let world: DraftWorld;
let minh: Citizen;

beforeAll(async () => {
  world = await createDraftWorld();
  world.register.members = [minhInRegister, ha];
  minh = await world.citizen();
});
afterAll(() => world.close());

/** Fills the whole form in as a browser would, and returns the draft. */
async function finish(): Promise<string> {
  const draft = await beginDraft(minh);
  let next = (await minh.get(draft)).headers.location;
  for (const [page, fields] of birthPages) {
    expect(next).toBe(`${draft}/pages/${page}`);
    const saved = await sendPageForm(minh, `${draft}/pages/${page}`, fields);
    next = saved.headers.location;
  }
  expect(next).toBe(`${draft}/pages/birth-pledge`);
  await minh.upload(`${draft}/papers/birthPledge`, pledge, 'Giấy cam đoan.pdf');
  for (const page of ['birth-pledge', 'surrogacy', 'filing-place', 'copies'])
    next = (await sendPageForm(minh, `${draft}/pages/${page}`, page === 'copies' ? { copies: '2' } : {}))
      .headers.location;
  expect(next).toBe(`${draft}/check`);
  return draft;
}

test('a whole birth registration, half of it filled in by the State, ends at the last look', async () => {
  const draft = await finish();
  const check = await minh.get(`${draft}/check`);
  expect(check.status).toBe(200);
  const text = textIn(check.text);
  for (const said of [
    'Nguyễn Trần Ánh Nguyệt',
    '03/11/2026',
    'Bệnh viện Phụ sản Hà Nội, Phường Cửa Nam, Thành phố Hà Nội',
    'Trần Thị Thu Hà',
    '036 193 004 128',
    'Giấy cam đoan.pdf',
    'Không cung cấp',
    '2 bản',
  ])
    expect(text).toContain(said);
  expect(check.text).toContain(`href="${draft}/signing"`);
  expect(check.text).not.toContain('#requesterName');
  expect(check.text).toContain(`href="${draft}/pages/child-birth?return=check#childBirthDate-day"`);
});

test('a change comes back to the last look, by way of the pages it opens', async () => {
  const draft = await finish();
  const changed = await sendPageForm(minh, `${draft}/pages/child-name?return=check`, {
    childName: 'Nguyễn Mai',
  });
  expect(changed.headers.location).toBe(`${draft}/check`);
  const opening = await sendPageForm(minh, `${draft}/pages/parents-married?return=check`, {
    parentsMarried: 'yes',
  });
  expect(opening.headers.location).toBe(`${draft}/pages/marriage?return=check`);
  expect((await minh.get(`${draft}/check`)).headers.location).toBe(`${draft}/pages/marriage?return=check`);
  const opened = await sendPageForm(minh, `${draft}/pages/marriage?return=check`, {
    'marriageDate-year': '2018',
  });
  expect(opened.headers.location).toBe(`${draft}/check`);
});

test('who changes their own part in the story is not left with the data of somebody else', async () => {
  const draft = await finish();
  expect(textIn((await minh.get(`${draft}/check`)).text)).toContain('Trần Thị Thu Hà');
  const changed = await sendPageForm(minh, `${draft}/pages/relationship?return=check`, {
    relationship: 'grandparent',
  });
  expect(changed.headers.location).toBe(`${draft}/pages/mother?return=check`);
  expect(inputsIn((await minh.get(`${draft}/pages/mother`)).text).motherName).toBe('');
});

test('an unfinished draft leads to the first page that is missing', async () => {
  const draft = await beginDraft(minh);
  expect((await minh.get(`${draft}/check`)).headers.location).toBe(`${draft}/pages/requester?return=check`);
});

test('a form that was published anew meanwhile is said', async () => {
  const draft = await finish();
  const owner = await world.db.owner();
  const [{ digest }] = await owner.query('SELECT digest FROM catalogue.revision WHERE number = 1');
  await owner.query("UPDATE catalogue.revision SET digest = repeat('0', 64) WHERE number = 1");
  try {
    expect(textIn((await minh.get(`${draft}/check`)).text)).toContain('Thủ tục này có tờ khai mới');
  } finally {
    await owner.query('DELETE FROM catalogue.revision WHERE number > 1');
    await owner.query(
      'UPDATE catalogue.revision SET digest = $1, filable_until = NULL, in_force_until = NULL WHERE number = 1',
      [digest],
    );
  }
  expect(textIn((await minh.get(`${draft}/check`)).text)).not.toContain('Thủ tục này có tờ khai mới');
});
