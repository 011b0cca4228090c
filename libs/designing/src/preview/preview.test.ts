import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { errorsIn, inputsIn, textIn } from '../../../applications/src/draft/page-form.fixture.js';
import { beginNew, smallDefinition } from '../draft/designers.fixture.js';

const code = '9.770501';
let world: DeskWorld;
let yen: OfficerAtWork;
let preview: string;

beforeAll(async () => {
  world = await createDeskWorld();
  yen = await world.officer('Vương Thị Hải Yến', 'designer');
  preview = `${await beginNew(yen.browser, code, smallDefinition(code))}/preview`;
}, 120_000);
afterAll(() => world?.close());

/** Sends the preview of a page with what its hidden fields say, as a browser does. */
async function send(shown: string, page: string, fields: Record<string, string>) {
  const kept = { 'preview-answers': String(inputsIn(shown)['preview-answers'] ?? '{}') };
  return yen.browser.postForm(`${preview}/vi/pages/${page}`, { ...kept, ...fields });
}

test('the page of the procedure is that of the portal, in each language, and leads to the first page of the form', async () => {
  const pages = await Promise.all(
    (['vi', 'en', 'fr'] as const).map(async (language) => {
      const { text, headers } = await yen.browser.get(`${preview}/${language}/procedure`);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
      return text;
    }),
  );
  expect(pages.map((page) => textIn(page)).join()).toMatch(/Đăng ký nuôi ong.*Beekeeping.*Apiculture/s);
  expect(pages[0]).toContain(`href="${preview}/vi/pages/filing-place"`);
  expect(pages[0]).toContain('skin-portal');
  expect((await yen.browser.get(preview)).text).toContain(`src="${preview}/vi/procedure"`);
});

test('a form is filled in page by page, faults are said as citizens read them, and nothing is stored', async () => {
  const first = (await yen.browser.get(`${preview}/vi/pages/filing-place`)).text;
  const empty = await send(first, 'filing-place', {});
  expect(errorsIn(empty.text).length).toBeGreaterThan(0);
  const chosen = await send(first, 'filing-place', {
    'filingPlace-province': '01',
    'show-communes': 'filingPlace',
  });
  expect(chosen.text).toContain('value="00082"');
  const place = { 'filingPlace-province': '01', 'filingPlace-commune': '00082' };
  const bees = await send(first, 'filing-place', place);
  expect(textIn(bees.text)).toContain('Đàn ong');
  const wrong = await send(bees.text, 'bees', { hives: '0' });
  expect(errorsIn(wrong.text)).toHaveLength(1);
  const check = textIn((await send(wrong.text, 'bees', { hives: '7' })).text);
  for (const said of ['Phường Cửa Nam', '7', '20.000']) expect(check).toContain(said);
  const [{ drafts }] = await world.owner.query('SELECT count(*)::int AS drafts FROM applications.draft');
  expect(drafts).toBe(0);
});

test('whatever travels along in the page, a preview answers; what cannot be read or is not there is said', async () => {
  for (const kept of ['', '{', '[]', '3', '{"filingPlace":7,"hives":{"a":[]}}', '{"filingPlace":null}'])
    for (const page of ['filing-place', 'bees']) {
      const { status } = await yen.browser.postForm(`${preview}/vi/pages/${page}`, {
        'preview-answers': kept,
        hives: '3',
      });
      expect([kept, status]).toEqual([kept, 200]);
    }
  expect((await yen.browser.get(`${preview}/vi/pages/none`)).status).toBe(404);
  expect((await yen.browser.get(`${preview}/xx/procedure`)).status).toBe(404);
  const broken = `${await beginNew(yen.browser, '9.770502', 'title: [')}/preview`;
  expect((await yen.browser.get(broken)).text).toContain('Chưa xem thử được');
  expect((await yen.browser.get(`${broken}/vi/procedure`)).status).toBe(422);
  const approver = await world.officer('Phan Thị Hoài An', 'approver');
  for (const path of ['', '/vi/procedure', '/vi/pages/bees'])
    expect((await approver.browser.get(`${preview}${path}`)).status).toBe(404);
});
