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
    expect([...options(text, 'agency-commune').values()].slice(1)).toEqual(
      [...options(text, 'agency-commune').values()].slice(1).toSorted(new Intl.Collator('vi').compare),
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
    await sendPageForm(minh, `${draft}/pages/filing-place`, {
      'filingPlace-province': '01',
      'filingPlace-commune': '00082',
    });
    const { text } = await minh.get(`${draft}/check`);
    expect(textIn(text)).toContain('Công an phường Cửa Nam, Thành phố Hà Nội');
    expect(textIn(text)).toContain('Thuế thành phố Hồ Chí Minh');
    expect(text).toContain(`href="${draft}/pages/agency?return=check#agency-province"`);
  });
});
