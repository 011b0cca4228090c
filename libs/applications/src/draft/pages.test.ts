import { type Citizen, createDraftWorld, type DraftWorld } from './draft-world.fixture.js';
import { ha, minh as minhInRegister } from './household.fixture.js';
import { beginDraft, errorsIn, followed, inputsIn, sendPageForm, textIn } from './page-form.fixture.js';

let world: DraftWorld;
let minh: Citizen;
let lan: Citizen;

beforeAll(async () => {
  world = await createDraftWorld();
  minh = await world.citizen();
  lan = await world.citizen({ name: 'Phạm Thị Lan', idNumber: '034197008816' });
});
beforeEach(() => {
  world.register.members = [];
  world.register.away = false;
});
afterAll(() => world.close());

test('before the form, the citizen reads what is needed and continues an open draft', async () => {
  const before = await lan.get('/procedures/1.001193/start');
  expect(before.status).toBe(200);
  expect(textIn(before.text)).toContain('Giấy chứng sinh');
  expect(textIn(before.text)).toContain('1 ngày làm việc');
  expect(before.text).not.toContain('/drafts/01');
  const draft = await beginDraft(lan);
  await sendPageForm(lan, `${draft}/pages/child-name`, { childName: 'Phạm Gia Linh' });
  expect((await lan.get('/procedures/1.001193/start')).text).toContain(`href="${draft}"`);
  expect((await minh.get('/procedures/1.001193/start')).text).not.toContain(draft);
});

test('a page that was answered leads to the next one', async () => {
  const draft = await beginDraft(minh);
  const saved = await sendPageForm(minh, `${draft}/pages/relationship`, { relationship: 'father' });
  expect([saved.status, saved.headers.location]).toEqual([303, `${draft}/pages/birth-kind`]);
  expect(inputsIn((await minh.get(`${draft}/pages/relationship`)).text)).toMatchObject({
    relationship: 'father',
  });
});

test('a page with something to mend comes back with what was typed, marked and linked', async () => {
  const draft = await beginDraft(minh);
  const sent = await sendPageForm(minh, `${draft}/pages/child-birth`, {
    'childBirthDate-day': '31',
    'childBirthDate-month': '02',
    'childBirthDate-year': '2026',
    'childBirthPlace-province': '01',
    'childBirthPlace-commune': '',
    'childBirthPlace-detail': 'Nhà "số 5" <b>',
  });
  expect([sent.status, sent.headers.location]).toEqual([303, `${draft}/pages/child-birth?checked=1`]);
  const { text } = await followed(minh, sent);
  expect(text).toContain('<title>Lỗi: ');
  expect(errorsIn(text)).toEqual([
    'Tháng 2 năm 2026 chỉ có 28 ngày: hãy sửa ngày sinh của trẻ',
    'Chọn xã, phường hoặc đặc khu cho nơi sinh của trẻ',
  ]);
  expect(text).toContain('href="#childBirthDate-day"');
  expect(text).toContain('id="childBirthDate-day"');
  expect(text).toContain('href="#childBirthPlace-commune"');
  expect(inputsIn(text)).toMatchObject({
    'childBirthDate-day': '31',
    'childBirthPlace-detail': 'Nhà "số 5" <b>',
  });
  const later = await minh.get(`${draft}/pages/child-birth`);
  expect(inputsIn(later.text)).toMatchObject({
    'childBirthDate-day': '31',
    'childBirthPlace-detail': 'Nhà "số 5" <b>',
  });
  expect(errorsIn(later.text)).toEqual([]);
});

test('the page with errors can be opened again, and says no more than what is still wrong', async () => {
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/contact?return=check`;
  const sent = await sendPageForm(minh, path, { requesterPhone: '12', requesterEmail: 'a@' });
  expect(sent.headers.location).toBe(`${path}&checked=1`);
  const wrong = await followed(minh, sent);
  expect(errorsIn(wrong.text)).toHaveLength(2);
  expect(inputsIn(wrong.text)).toMatchObject({ requesterPhone: '12', requesterEmail: 'a@' });
  await minh.post(path, { ...inputsIn(wrong.text), requesterPhone: '0912345678' });
  const back = await followed(minh, sent);
  expect([back.status, errorsIn(back.text).length]).toEqual([200, 1]);
  expect(inputsIn(back.text)).toMatchObject({ requesterPhone: '0912345678', requesterEmail: 'a@' });
  await minh.post(path, { ...inputsIn(back.text), requesterEmail: '' });
  expect(errorsIn((await followed(minh, sent)).text)).toEqual([]);
});

test('what does not say what it saw overwrites nothing', async () => {
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/child-name`;
  await sendPageForm(minh, path, { childName: 'Nguyễn Ánh Nguyệt' });
  const blind = await minh.post(path, { childName: 'Nguyễn Minh Nguyệt' });
  expect(blind.status).toBe(409);
  expect(textIn(blind.text)).toContain('Nguyễn Minh Nguyệt');
  expect(inputsIn((await minh.get(path)).text).childName).toBe('Nguyễn Ánh Nguyệt');
});

test('a tab that saw whose data was dropped meanwhile does not bring it back unasked', async () => {
  world.register.members = [minhInRegister, ha];
  const draft = await beginDraft(minh);
  const page = (id: string) => `${draft}/pages/${id}`;
  await sendPageForm(minh, page('relationship'), { relationship: 'father' });
  await sendPageForm(minh, page('birth-kind'), { birthKind: 'both-parents' });
  const tab = inputsIn((await minh.get(page('mother'))).text);
  expect(tab.motherName).toBe('Trần Thị Thu Hà');
  await sendPageForm(minh, page('relationship'), { relationship: 'grandparent' });
  expect((await minh.post(page('mother'), tab)).status).toBe(409);
});

test('without JavaScript a button brings the communes of the province chosen, and keeps everything', async () => {
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/child-birth`;
  expect(textIn((await minh.get(path)).text)).not.toContain('Phường Cửa Nam');
  const shown = await sendPageForm(minh, path, {
    'childBirthDate-day': '3',
    'childBirthPlace-province': '01',
    'childBirthPlace-detail': 'Bệnh viện Phụ sản',
    'show-communes': 'childBirthPlace',
  });
  expect([shown.status, shown.headers.location]).toEqual([303, `${path}#childBirthPlace-commune`]);
  const page = await minh.get(path);
  expect(textIn(page.text)).toContain('Phường Cửa Nam');
  expect(errorsIn(page.text)).toEqual([]);
  expect(inputsIn(page.text)).toMatchObject({
    'childBirthDate-day': '3',
    'childBirthPlace-province': '01',
    'childBirthPlace-detail': 'Bệnh viện Phụ sản',
  });
});

test('another province brings its own communes', async () => {
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/child-birth`;
  await sendPageForm(minh, path, {
    'childBirthPlace-province': '01',
    'childBirthPlace-commune': '00082',
    'childBirthPlace-detail': 'Trạm y tế',
  });
  const wrong = await sendPageForm(minh, path, {
    'childBirthPlace-province': '48',
    'childBirthPlace-commune': '00082',
  });
  const { text } = await followed(minh, wrong);
  expect(textIn(text)).toContain('Phường Hải Châu');
  expect(errorsIn(text).join()).toContain('không thuộc tỉnh, thành phố đã chọn');
});

test('the communes of a province can be fetched by a script, and a province that is none has none', async () => {
  const answer = await minh.get('/api/provinces/01/communes');
  expect(answer.body).toContainEqual({ code: '00082', name: 'Phường Cửa Nam', nameEn: 'Cua Nam Ward' });
  expect(answer.headers['cache-control']).toContain('max-age');
  expect((await minh.get('/api/provinces/99/communes')).status).toBe(404);
});

test('a second tab is shown both, and either choice works', async () => {
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/child-name`;
  const tab = inputsIn((await minh.get(path)).text);
  await minh.post(path, { ...tab, childName: 'Nguyễn Ánh Nguyệt' });
  const late = await minh.post(path, { ...tab, childName: 'Nguyễn Minh Nguyệt' });
  expect(late.status).toBe(409);
  expect(textIn(late.text)).toContain('Nguyễn Ánh Nguyệt');
  expect(textIn(late.text)).toContain('Nguyễn Minh Nguyệt');
  expect(inputsIn((await minh.get(path)).text).childName).toBe('Nguyễn Ánh Nguyệt');
  const mine = inputsIn(
    late.text.replace('<form method="post" action="/drafts', '<form id="answers" action="/drafts'),
  );
  expect((await minh.post(path, mine)).status).toBe(303);
  expect(inputsIn((await minh.get(path)).text).childName).toBe('Nguyễn Minh Nguyệt');
});

test('what the State knows is filled in once, with its source, and what was changed loses the source', async () => {
  world.register.members = [minhInRegister, ha];
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/requester`;
  const page = await minh.get(path);
  expect(inputsIn(page.text)).toMatchObject({
    'requesterResidence-province': '01',
    'requesterResidence-commune': '00082',
  });
  expect(textIn(page.text)).toContain('Cơ sở dữ liệu quốc gia về dân cư');
  expect(page.text.match(/known-mark/g)).toHaveLength(1);
  await sendPageForm(minh, path, { 'requesterResidence-detail': '' });
  const again = await minh.get(path);
  expect(inputsIn(again.text)).toMatchObject({ 'requesterResidence-detail': '' });
  expect(again.text).not.toContain('known-mark');
});

test('who the applicant is, is read from the register and not asked, and no POST changes it', async () => {
  world.register.members = [minhInRegister, ha];
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/requester`;
  const page = await minh.get(path);
  expect(textIn(page.text)).toMatch(/Nguyễn Văn Minh .* 001 090 012 345 .* Công an xã, phường, đặc khu/);
  expect(inputsIn(page.text)).not.toHaveProperty('requesterName');
  const sent = await sendPageForm(minh, path, {
    requesterName: 'Lê Văn Tám',
    requesterIdNumber: '001090099999',
  });
  expect(sent.headers.location).toBe(`${draft}/pages/contact`);
  const later = textIn((await minh.get(path)).text);
  expect(later).toContain('001 090 012 345');
  expect(later).not.toContain('Tám');
});

test('who the register does not know, or says what no form accepts of, tells it themselves', async () => {
  world.register.members = [{ ...minhInRegister, fullName: '1234' }];
  const draft = await beginDraft(minh);
  const path = `${draft}/pages/requester`;
  expect(inputsIn((await minh.get(path)).text)).toMatchObject({ requesterName: '1234' });
  await sendPageForm(minh, path, { requesterName: 'Nguyễn Văn Minh' });
  expect(inputsIn((await minh.get(path)).text)).toMatchObject({ requesterName: 'Nguyễn Văn Minh' });
});

test('a register that is away stops nobody', async () => {
  world.register.away = true;
  const draft = await beginDraft(lan);
  const page = await lan.get(`${draft}/pages/requester`);
  expect(page.status).toBe(200);
  expect(textIn(page.text)).toContain('Chưa lấy được thông tin');
  expect(inputsIn(page.text).requesterName).toBe('');
});

test('another citizen finds none of it', async () => {
  const draft = await beginDraft(minh);
  await sendPageForm(minh, `${draft}/pages/child-name`, { childName: 'Nguyễn Ánh Nguyệt' });
  for (const path of ['', '/pages/child-name', '/check', '/removal'])
    expect([path, (await lan.get(draft + path)).status]).toEqual([path, 404]);
  for (const path of ['/pages/child-name', '/removal'])
    expect([path, (await lan.post(draft + path, { childName: 'X' })).status]).toEqual([path, 404]);
  expect(inputsIn((await minh.get(`${draft}/pages/child-name`)).text).childName).toBe('Nguyễn Ánh Nguyệt');
});

test('nobody gets in without signing in, and no other site sends anything', async () => {
  const draft = await beginDraft(minh);
  const stranger = minh.request('get', `${draft}/pages/child-name`).unset('x-test-principal');
  expect((await stranger).headers.location).toMatch(/^\/sign-in\?next=/);
  const crossSite = minh
    .request('post', `${draft}/pages/child-name`)
    .set('origin', 'https://elsewhere.example');
  expect((await crossSite.type('form').send({ childName: 'X' })).status).toBe(403);
});

test('what was typed when the session had ended is kept on the page that says so, and sent from there', async () => {
  const page = `${await beginDraft(minh)}/pages/child-name`;
  const typed = { ...inputsIn((await minh.get(page)).text), childName: 'Nguyễn "Bảo" <An>' };
  const signedOut = await minh.request('post', page).unset('x-test-principal').type('form').send(typed);
  expect(signedOut.status).toBe(401);
  expect(textIn(signedOut.text)).toContain('những gì bạn vừa nhập vẫn được giữ ở trang này');
  expect(signedOut.text).toMatch(/<a [^>]*href="\/sign-in"[^>]*target="_blank"/);
  expect(signedOut.text).toContain(`action="${page}"`);
  const kept = inputsIn(signedOut.text.replace('<form method', '<form id="answers" method'));
  expect(kept).toEqual(typed);
  expect((await minh.post(page, kept)).status).toBe(303);
  expect(inputsIn((await minh.get(page)).text)).toMatchObject({ childName: 'Nguyễn "Bảo" <An>' });
});

test.each([
  '/procedures/9.999999/start',
  '/procedures/%00/start',
  "/procedures/1' OR '1'='1/start",
  '/drafts/not-an-id',
  '/drafts/00000000-0000-7000-8000-000000000000/check',
])('%s does not exist', async (path) => {
  expect((await minh.get(encodeURI(path).replaceAll('%2500', '%00'))).status).toBe(404);
});

test('a draft is deleted after asking once', async () => {
  const draft = await beginDraft(minh);
  await sendPageForm(minh, `${draft}/pages/child-name`, { childName: 'Nguyễn Ánh Nguyệt' });
  expect(textIn((await minh.get(`${draft}/removal`)).text)).toContain('không lấy lại được');
  const removed = await minh.post(`${draft}/removal`);
  expect([removed.status, removed.headers.location]).toEqual([303, '/procedures/1.001193/start']);
  expect((await minh.get(draft)).status).toBe(404);
});

const words = (html = '') =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The sections a draft lists, each with the address it leads to and how far it is. */
async function sectionsOf(citizen: Citizen, draft: string): Promise<Record<string, string>> {
  const { text } = await citizen.get(`${draft}/sections`);
  const tasks = text.match(/<li class="govuk-task-list__item[\s\S]*?<\/li>/g) ?? [];
  return Object.fromEntries(
    tasks.map((task) => {
      const [name, status] = task.split('<div class="govuk-task-list__status');
      const href = /href="([^"]+)"/.exec(task)?.[1]?.replace(draft, '');
      return [words(name), `${href ?? '–'} ${words(`<div ${status}`)}`];
    }),
  );
}

test('a long form lists its sections, which are answered in any order that makes sense', async () => {
  const draft = await beginDraft(minh, '1.000894');
  expect((await minh.get(draft)).headers.location).toBe(`${draft}/sections`);
  expect((await minh.get(`${draft}/check`)).headers.location).toBe(`${draft}/sections`);
  const after = 'Khai xong trước: “Người yêu cầu”';
  expect(await sectionsOf(minh, draft)).toEqual({
    'Người yêu cầu': '/pages/side Chưa khai',
    [`Bên nam ${after}`]: '– Chưa khai được',
    [`Bên nữ ${after}`]: '– Chưa khai được',
    'Giấy tờ': '/pages/residence-proof Chưa khai',
    'Nơi đăng ký': '/pages/filing-place Chưa khai',
    'Kiểm tra trước khi ký và nộp Khi mọi phần đã xong': '– Chưa đến lượt',
  });

  const copies = await sendPageForm(minh, `${draft}/pages/copies`, { copies: '2' });
  expect(copies.headers.location).toBe(`${draft}/sections`);
  const side = await sendPageForm(minh, `${draft}/pages/side`, { applicantSide: 'male' });
  expect(side.headers.location).toBe(`${draft}/pages/contact`);
  expect((await minh.get(`${draft}/pages/side`)).text).toContain(`href="${draft}/sections"`);
  expect((await minh.get(`${draft}/pages/contact`)).text).toContain(`href="${draft}/pages/side"`);
  const contact = await sendPageForm(minh, `${draft}/pages/contact`, { requesterPhone: '0912345678' });
  expect(contact.headers.location).toBe(`${draft}/sections`);
  expect(await sectionsOf(minh, draft)).toMatchObject({
    'Người yêu cầu': '/pages/side Đã xong',
    'Bên nam': '/pages/husband Chưa khai',
    'Nơi đăng ký': '/pages/filing-place Đang khai',
  });
});

test('a section that was begun stays open and keeps its answers, even if the one before it is changed', async () => {
  const draft = await beginDraft(minh, '1.000894');
  await sendPageForm(minh, `${draft}/pages/side`, { applicantSide: 'male' });
  await sendPageForm(minh, `${draft}/pages/contact`, { requesterPhone: '0912345678' });
  await sendPageForm(minh, `${draft}/pages/husband-history`, { husbandMarriageCount: '1' });
  await sendPageForm(minh, `${draft}/pages/contact`, { requesterPhone: '12' });
  expect(await sectionsOf(minh, draft)).toMatchObject({
    'Người yêu cầu': '/pages/contact Đang khai',
    'Bên nam': '/pages/husband Đang khai',
  });
  expect(inputsIn((await minh.get(`${draft}/pages/husband-history`)).text)).toMatchObject({
    husbandMarriageCount: '1',
  });
});

test('a form without a list of sections has no such page, and nobody sees the sections of another', async () => {
  const birth = await beginDraft(minh);
  expect((await minh.get(`${birth}/sections`)).headers.location).toBe(birth);
  expect((await lan.get(`${birth}/sections`)).status).toBe(404);
});
