import { type FieldDefinition, type FormDefinition } from '#lib/forms';
import { type Citizen, createDraftWorld, type DraftWorld } from '../draft-world.fixture.js';
import { minh as minhInRegister } from '../household.fixture.js';
import {
  askInstead,
  beginDraft,
  errorsIn,
  followed,
  inputsIn,
  sendPageForm,
  textIn,
} from '../page-form.fixture.js';

const words = (vi: string) => ({ vi, en: vi, fr: vi });
const page = (id: string, ...fields: FieldDefinition[]) => ({ id, title: words(id), fields });
const police = { type: 'agency', authority: 'commune', body: 'police' } as const;
const form: FormDefinition = {
  pages: [
    page('agency', { ...police, id: 'agency', label: words('Công an nơi cấp') }),
    page('own-agency', {
      ...police,
      id: 'ownAgency',
      label: words('Công an nơi cư trú'),
      prefill: 'person.residence',
    }),
    page('tax', { type: 'agency', authority: 'province', body: 'tax', id: 'tax', label: words('Thuế') }),
    page('born', { type: 'former-address', detail: 'none', id: 'born', label: words('Nơi sinh') }),
    page('story', { type: 'text', multiline: true, maxLength: 1200, id: 'story', label: words('Nội dung') }),
    page('filing-place', { type: 'address', detail: 'none', id: 'filingPlace', label: words('Nơi nộp') }),
  ],
};

let world: DraftWorld;
let minh: Citizen;
let draft: string;

beforeAll(async () => {
  world = await createDraftWorld();
  world.register.members = [minhInRegister];
  minh = await world.citizen();
  draft = await beginDraft(minh);
  await askInstead(world, draft, form);
});
afterAll(() => world.close());

/** The choices of a drop-down but for the first line, which is none. */
const options = (html: string, name: string) => {
  const [, list = ''] = new RegExp(`<select [^>]*name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(html) ?? [];
  return new Map(
    [...list.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].map(([, value = '', text = '']) => [
      value,
      text,
    ]),
  );
};

describe('an agency of a kind', () => {
  test('is found without JavaScript: by province, then by name', async () => {
    const path = `${draft}/pages/agency`;
    const shown = await sendPageForm(minh, path, { 'agency-province': '01', 'show-communes': 'agency' });
    expect(shown.headers.location).toBe(`${path}#agency-commune`);
    const { text } = await followed(minh, shown);
    expect(options(text, 'agency-commune').get('00082')).toBe('Công an phường Cửa Nam');
    expect([...options(text, 'agency-commune').values()]).toEqual(
      [...options(text, 'agency-commune').values()].toSorted(new Intl.Collator('vi').compare),
    );

    const unsaid = await sendPageForm(minh, path);
    expect(errorsIn((await followed(minh, unsaid)).text)).toEqual([
      'Chọn công an nơi cấp trong danh sách của tỉnh, thành phố',
    ]);
    const elsewhere = await sendPageForm(minh, path, { 'agency-province': '79', 'agency-commune': '00082' });
    const again = (await followed(minh, elsewhere)).text;
    expect(errorsIn(again)).toEqual([
      'Cơ quan đã chọn không thuộc tỉnh, thành phố đã chọn: hãy chọn lại công an nơi cấp',
    ]);
    expect(again).toContain('href="#agency-commune"');

    const chosen = await sendPageForm(minh, path, { 'agency-province': '01', 'agency-commune': '00082' });
    expect(chosen.headers.location).toBe(`${draft}/pages/own-agency`);
  });

  test('is that of the place where one lives, if the register says it', async () => {
    const shown = (await minh.get(`${draft}/pages/own-agency`)).text;
    expect(inputsIn(shown)).toMatchObject({ 'ownAgency-province': '01', 'ownAgency-commune': '00082' });
    expect(textIn(shown)).toContain('Lấy từ Cơ sở dữ liệu quốc gia về dân cư');
  });

  test('is called by its name at the last look', async () => {
    await sendPageForm(minh, `${draft}/pages/agency`, { 'agency-province': '01', 'agency-commune': '00082' });
    await sendPageForm(minh, `${draft}/pages/own-agency`);
    await sendPageForm(minh, `${draft}/pages/tax`, { 'tax-province': '79' });
    const island = { 'born-province': '77', 'born-district': '755', 'born-commune': '' };
    await sendPageForm(minh, born(), island);
    await sendPageForm(minh, `${draft}/pages/story`, { story: 'Hai\r\ndòng' });
    await sendPageForm(minh, `${draft}/pages/filing-place`, {
      'filingPlace-province': '01',
      'filingPlace-commune': '00082',
    });
    const { text } = await minh.get(`${draft}/check`);
    expect(textIn(text)).toContain('Công an phường Cửa Nam, Thành phố Hà Nội');
    expect(textIn(text)).toMatch(
      /Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu \(nay là Đặc khu Côn Đảo, Thành phố Hồ Chí Minh\)/,
    );
    expect(textIn(text)).toContain('Thuế thành phố Hồ Chí Minh');
    expect(text).toContain(`href="${draft}/pages/agency?return=check#agency-province"`);
  });
});

const born = () => `${draft}/pages/born`;

const show = async (fields: Record<string, string>) => {
  const shown = await sendPageForm(minh, born(), { ...fields, 'show-former': 'born' });
  return { location: shown.headers.location, text: (await followed(minh, shown)).text };
};

describe('an address before 1 July 2025', () => {
  test('is found without JavaScript, step by step, and leads to the commune of today', async () => {
    const districts = await show({ 'born-province': '01' });
    expect(districts.location).toBe(`${born()}#born-district`);
    expect(options(districts.text, 'born-district').get('001')).toBe('Quận Ba Đình');
    const communes = await show({ 'born-district': '001' });
    expect(communes.location).toBe(`${born()}#born-commune`);
    expect(options(communes.text, 'born-commune').get('00004')).toBe('Phường Trúc Bạch');
    const other = await show({ 'born-province': '79', 'born-district': '001', 'born-commune': '00004' });
    expect(inputsIn(other.text)).toMatchObject({ 'born-district': '', 'born-commune': '' });
  });

  test('of one that was not divided says what it is now', async () => {
    const { text } = await show({ 'born-province': '01', 'born-district': '001', 'born-commune': '00001' });
    expect(textIn(text)).toContain('Nay là Phường Hồng Hà, Thành phố Hà Nội');
    expect(text).toMatch(/address__today" hidden/);
    const saved = await sendPageForm(minh, born());
    expect(saved.headers.location).toBe(`${draft}/pages/story`);
  });

  test('of one that was divided asks where it is now, and keeps what was chosen', async () => {
    const divided = { 'born-province': '01', 'born-district': '001', 'born-commune': '00007' };
    const { text } = await show(divided);
    const now = [...options(text, 'born-today')];
    expect(now.length).toBeGreaterThan(1);
    const unsaid = await followed(minh, await sendPageForm(minh, born()));
    expect(errorsIn(unsaid.text)).toEqual([
      'Nơi này đã được chia: chọn xã, phường hoặc đặc khu hiện nay cho nơi sinh',
    ]);
    const [code = ''] = now[0] ?? [];
    const saved = await sendPageForm(minh, born(), { 'born-today': code });
    expect(saved.headers.location).toBe(`${draft}/pages/story`);
    expect(inputsIn((await minh.get(born())).text)).toMatchObject({ ...divided, 'born-today': code });
  });

  test('is listed for scripts, to anybody', async () => {
    const of = async (code: string) => (await minh.get(`/api/former-places/${code}`)).body;
    expect((await of('01')).below).toContainEqual({
      code: '001',
      name: 'Quận Ba Đình',
      nameEn: 'Ba Dinh District',
    });
    expect((await of('755')).now).toEqual([
      expect.objectContaining({ name: expect.stringContaining('Côn Đảo') }),
    ]);
    expect((await minh.get('/api/former-places/999')).status).toBe(404);
  });
});

test('a long text says how long it may be, and how to mend one that is longer', async () => {
  const path = `${draft}/pages/story`;
  const { text } = await minh.get(path);
  expect(text).toMatch(/<textarea [^>]*aria-describedby="story-most"/);
  expect(textIn(text)).toContain('Tối đa 1.200 ký tự');
  // As scripts count them: a character is one however it is stored, so is the end of a line.
  const most = `${'𝒜'.repeat(1198)}\r\n𝒜`;
  expect((await sendPageForm(minh, path, { story: most })).headers.location).toBe(
    `${draft}/pages/filing-place`,
  );
  const long = await followed(minh, await sendPageForm(minh, path, { story: `${most}!` }));
  expect(errorsIn(long.text)).toEqual(['Viết nội dung ngắn lại, tối đa 1.200 ký tự']);
});
