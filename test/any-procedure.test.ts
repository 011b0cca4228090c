import { errorsIn, textIn } from '../libs/applications/src/draft/page-form.fixture.js';
import { lan as lanInRegister, minh } from '../libs/identity/test/people.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from './portal-world.js';

const pdf = Buffer.from('%PDF-1.7\n% tờ khai\n%%EOF\n');
let world: PortalWorld;
let lan: CitizenAtHome;

beforeAll(async () => {
  world = await createPortalWorld();
  lan = await world.citizen();
}, 60_000);
afterAll(() => world?.close());

/** Begins a draft as the button of the start page does, and answers what stands on every such form. */
async function answerTo(code: string, title: string): Promise<string> {
  const start = await lan.get(`/procedures/${code}/start`);
  expect([start.status, textIn(start.text)]).toEqual([200, expect.stringContaining(title)]);
  const draft = (await lan.post(`/procedures/${code}/drafts`)).headers.location ?? '';
  expect((await lan.get(draft)).headers.location).toBe(`${draft}/pages/applicant`);
  await send(draft, 'applicant', { onBehalf: 'no' });
  await send(draft, 'place');
  await send(draft, 'request', { request: 'Kính đề nghị giải quyết.\nXin cảm ơn.' });
  return draft;
}

async function send(draft: string, page: string, fields: Record<string, string> = {}): Promise<string> {
  const sent = await lan.fill(`${draft}/pages/${page}`, fields);
  expect([page, sent.status, errorsIn(sent.text)]).toEqual([page, 303, []]);
  return sent.headers.location ?? '';
}

/** Signs on the page that the last look leads to; returns the application with its receipt in words. */
async function signed(draft: string) {
  const check = await lan.get(`${draft}/check`);
  expect(check.text).toContain(`href="${draft}/signing"`);
  const id = draft.slice('/drafts/'.length);
  const { status, headers } = await lan.sign(id);
  expect([status, headers.location]).toEqual([303, `/applications/${id}/receipt`]);
  const receipt = (await lan.get(`/applications/${id}/receipt`)).text.replaceAll('<wbr/>', '');
  const [application] = await world.owner.query(
    'SELECT number, due_at, state FROM applications.application WHERE id = $1',
    [id],
  );
  return { id, application, receipt: textIn(receipt) };
}

test('a procedure with seven cases and 21 papers is applied for up to the receipt', async () => {
  const draft = await answerTo('1.005277', 'Đăng ký thay đổi nội dung đăng ký hợp tác xã');
  const cases = (await lan.get(`${draft}/pages/case`)).text;
  // The seven, and none of these.
  expect(cases.match(/name="case"/g)).toHaveLength(8);
  await send(draft, 'case', { case: 'case-1' });
  const papers = (await lan.get(`${draft}/pages/papers`)).text;
  const fields = [...new Set([...papers.matchAll(/\/papers\/(paper\d+)"/g)].map(([, field]) => field))];
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.length).toBeLessThan(21);
  await lan.upload(`${draft}/papers/${fields[0]}`, pdf, 'Giấy đề nghị.pdf');
  expect(await send(draft, 'papers')).toBe(`${draft}/check`);

  const { application, receipt } = await signed(draft);
  expect(application).toEqual({
    number: expect.stringMatching(/-261120-0001$/),
    due_at: new Date('2026-11-25T10:00:00Z'),
    state: 'filed',
  });
  for (const said of [
    'Đăng ký thay đổi nội dung đăng ký hợp tác xã',
    application.number,
    'Giấy đề nghị.pdf',
    'UBND phường',
  ])
    expect(receipt).toContain(said);
});

test('without a stated time it is filed without a deadline, and says so', async () => {
  const draft = await answerTo('1.005461', 'Đăng ký lại khai tử');
  await send(draft, 'papers');
  const { id, application, receipt } = await signed(draft);
  expect(application.due_at).toBeNull();
  expect(receipt).toContain('Chưa xác định');
  expect(receipt).toContain('Không có giấy tờ kèm theo');
  expect((await lan.get(`/applications/${id}`)).status).toBe(200);
  expect(textIn((await lan.get('/applications')).text)).toContain('Đăng ký lại khai tử');
});

test('nothing can be signed before the last question is answered', async () => {
  const draft = await answerTo('1.005277', 'Đăng ký thay đổi nội dung đăng ký hợp tác xã');
  expect((await lan.get(`${draft}/signing`)).headers.location).toBe(`${draft}/check`);
  expect((await lan.get(`${draft}/check`)).headers.location).toBe(`${draft}/pages/case?return=check`);
});

describe('for an organisation', () => {
  const code = '1.003930';
  const books = {
    taxCode: '0109990012',
    name: 'Công ty TNHH Sách Mẫu',
    status: 'active' as const,
    representatives: [{ idNumber: lanInRegister.idNumber, fullName: lanInRegister.fullName }],
  };
  let clerk: CitizenAtHome;
  let mandate: string;
  beforeAll(async () => {
    clerk = await world.citizen({ ...minh, phone: '0912345679' });
    world.business.add(books);
    await world.owner.query('UPDATE identity.person SET assurance = 2 WHERE id = $1', [lan.id]);
    const opened = await lan.post('/account/organisations/new', { taxCode: books.taxCode });
    const [organisation = ''] = String(opened.headers.location).split('?');
    const { idNumber, fullName } = minh;
    const limits = { scope: 'procedures', procedures: code, days: '30' };
    await lan.post(`${organisation}/employees`, { idNumber, fullName, ...limits });
    const [row] = await world.owner.query(`SELECT id FROM identity.mandate WHERE kind = 'employee'`);
    mandate = row.id;
    await clerk.post(`/account/acting/${mandate}/acceptance`);
  });

  /** A draft for the organisation, up to its last page; of the clerk unless told otherwise. */
  async function drafted(by = clerk, under = mandate): Promise<string> {
    const started = await by.post(`/procedures/${code}/drafts`, { for: under });
    const draft = String(started.headers.location);
    for (const page of ['applicant', 'place', 'request', 'papers'])
      expect([
        page,
        (await by.fill(`${draft}/pages/${page}`, page === 'request' ? { request: 'Khai báo.' } : {})).status,
      ]).toEqual([page, 303]);
    return draft;
  }

  test('its employee files; form, receipt and history say who acted for which, and the representative sees it', async () => {
    expect((await clerk.get(`/procedures/${code}/start`)).text).toContain(books.name);
    const draft = await drafted();
    const applicant = (await clerk.get(`${draft}/pages/applicant`)).text;
    expect(textIn(applicant)).toContain('Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp');
    expect(applicant).toContain(books.taxCode);
    // Which organisation it is cannot be typed: it is whose account the mandate is of.
    expect(applicant).not.toMatch(/<input[^>]*name="(organisationName|taxCode|onBehalf)"/);
    const id = draft.slice('/drafts/'.length);
    expect((await clerk.sign(id)).headers.location).toBe(`/applications/${id}/receipt`);
    const receipt = textIn((await clerk.get(`/applications/${id}/receipt`)).text);
    for (const said of [books.name, 'Nhân viên được tổ chức giao', clerk.name])
      expect(receipt).toContain(said);
    expect((await lan.get('/applications')).text).toContain(`/applications/${id}`);
    const seen = textIn((await lan.get(`/applications/${id}`)).text);
    expect(seen).toContain(`Nộp thay ${books.name}. Nhân viên được tổ chức giao.`);
    expect((await lan.get('/inbox')).text).toContain(`${clerk.name} đã nộp một hồ sơ thay ${books.name}`);
  });

  test('its representative files nothing for it within a day of a recovery that nobody saw in person', async () => {
    const [own] = await world.owner.query(
      `SELECT id FROM identity.mandate WHERE kind = 'legal-representative'`,
    );
    const draft = await drafted(lan, own.id);
    const hold = (until: Date | null) =>
      world.owner.query('UPDATE identity.person SET held_until = $2 WHERE id = $1', [lan.id, until]);
    await hold(new Date(world.db.clock.now().getTime() + 3_600_000));
    expect((await lan.get(`${draft}/signing`)).status).toBe(403);
    await hold(null);
    expect((await lan.get(`${draft}/signing`)).status).toBe(200);
    await lan.post(`${draft}/removal`);
  });

  test.each([
    ['a procedure outside their scope', '1.004680', 409],
    ['what people alone apply for', '1.001193', 409],
  ])('nobody files %s', async (_, other, status) => {
    expect((await clerk.get(`/procedures/${other}/start`)).text).not.toContain(books.name);
    const { headers, status: answered } = await clerk.post(`/procedures/${other}/drafts`, { for: mandate });
    expect(answered === status || /refused=/.test(String(headers.location))).toBe(true);
  });

  test('where the register is away or names another by then, it is not filed, in words, and nothing is lost', async () => {
    const draft = await drafted();
    const signing = async () => (await clerk.get(`${draft}/signing`)).headers.location;
    world.db.clock.advance(11 * 60_000);
    world.business.away = true;
    expect(await signing()).toBe(`${draft}/check?refused=business-register-unavailable`);
    world.business.away = false;
    const other = { idNumber: '001190099999', fullName: 'Người Khác' };
    world.business.add({ ...books, representatives: [other] });
    expect(await signing()).toBe(`${draft}/check?refused=organisation-lapsed`);
    expect((await clerk.get(`${draft}/check`)).text).toContain('Khai báo.');
    // Nor does the former representative see any more what was filed for it.
    expect(textIn((await lan.get('/applications')).text)).not.toContain('đăng ký phương tiện');
  });
});
