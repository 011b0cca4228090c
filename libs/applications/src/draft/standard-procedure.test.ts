import { type Citizen, createDraftWorld, type DraftWorld } from './draft-world.fixture.js';
import { minh as minhInRegister } from './household.fixture.js';
import { beginDraft, errorsIn, followed, inputsIn, sendPageForm, textIn } from './page-form.fixture.js';

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
let world: DraftWorld;
let minh: Citizen;

beforeAll(async () => {
  world = await createDraftWorld();
  world.register.members = [minhInRegister];
  minh = await world.citizen();
});
afterAll(() => world.close());

/** An online procedure nobody wrote a definition for, with papers that depend on the case, decided by a province. */
async function procedureWithCases(): Promise<string> {
  const [found] = await (await world.db.owner()).query(
    `SELECT code FROM catalogue.procedure
      WHERE online AND jsonb_array_length(facts->'cases') > 2 AND 'province' = ANY (levels) AND NOT 'commune' = ANY (levels)
      ORDER BY code LIMIT 1`,
  );
  return found.code;
}

test('a procedure nobody wrote a definition for is applied for page by page, up to the last look', async () => {
  const code = await procedureWithCases();
  expect((await minh.get(`/procedures/${code}/start`)).status).toBe(200);
  const draft = await beginDraft(minh, code);
  const send = async (page: string, fields: Record<string, string> = {}) => {
    const sent = await sendPageForm(minh, `${draft}/pages/${page}`, fields);
    expect([page, sent.status]).toEqual([page, 303]);
    expect(sent.headers.location).not.toContain('checked');
    return sent.headers.location ?? '';
  };
  await send('applicant', {
    onBehalf: 'yes',
    organisationName: 'Công ty TNHH Hoa Sen',
    taxCode: '0101234567',
  });
  expect(inputsIn((await minh.get(`${draft}/pages/place`)).text).filingPlace).toBe('01');
  await send('place');
  await send('request', { request: 'Dòng một.\nDòng hai.' });
  expect(await send('case', { case: 'case-2' })).toBe(`${draft}/pages/papers`);
  const papers = await minh.get(`${draft}/pages/papers`);
  const [field] = [...papers.text.matchAll(/\/papers\/(paper\d+)"/g)].map(([, id]) => id);
  expect((await minh.upload(`${draft}/papers/${field}`, pdf, 'Đơn đề nghị.pdf')).status).toBe(303);
  expect(await send('papers')).toBe(`${draft}/check`);
  const check = textIn((await minh.get(`${draft}/check`)).text);
  for (const said of ['Công ty TNHH Hoa Sen', 'Dòng một. Dòng hai.', 'Đơn đề nghị.pdf', 'Thành phố Hà Nội'])
    expect(check).toContain(said);
});

test('what a choice asks further stands under it, and is demanded only with it', async () => {
  const draft = await beginDraft(minh, await procedureWithCases());
  const path = `${draft}/pages/applicant`;
  const page = (await minh.get(path)).text;
  expect(page).toMatch(/id="conditional-onBehalf"[\s\S]*id="organisationName"/);
  const without = await sendPageForm(minh, path, { onBehalf: 'yes' });
  expect(errorsIn((await followed(minh, without)).text)).toEqual([
    'Nhập tên tổ chức, doanh nghiệp',
    'Nhập mã số thuế hoặc số đăng ký',
  ]);
  expect((await sendPageForm(minh, path, { onBehalf: 'no', organisationName: 'bỏ' })).status).toBe(303);
});
