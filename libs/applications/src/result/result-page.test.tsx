import { type ServiceDefinition, shippedDefinition } from '#lib/catalogue';
import type { Agency } from '#lib/organisations';
import type { Language } from '#lib/platform';
import { renderPage } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import type { Decision } from '../tracking/decision-of.js';
import { ResultPage } from './result-page.js';

const birth = shippedDefinition('1.001193') as ServiceDefinition;
const place = { province: '01', commune: '00082', detail: 'Bệnh viện Phụ sản' };
const answers = {
  requesterName: 'Lê Thị Lan',
  requesterPhone: '0912345678',
  birthKind: 'father-unknown',
  childName: 'Lê Minh Châu',
  childSex: 'female',
  childBirthDate: '2026-11-02',
  childBirthPlace: place,
  childEthnicGroup: '01',
  childNationality: 'VN',
  childHomePlace: { ...place, detail: '' },
  motherName: 'Lê Thị Lan',
  motherBirthDate: '1996-03-14',
  motherNationality: 'VN',
  motherEthnicGroup: '01',
  motherIdNumber: '001196000001',
  motherResidence: { ...place, detail: '5 Cửa Nam' },
  // Left over from before the kind of birth was changed.
  fatherName: 'Ai Đó',
  copies: 7,
};
const agency = {
  nameVi: 'Ủy ban nhân dân phường Cửa Nam',
  nameEn: 'People’s Committee of Cửa Nam Ward',
  nameFr: 'Comité populaire du quartier de Cửa Nam',
} as Agency;

function shown(decision: Partial<Decision> = {}, definition = birth, language: Language = 'vi'): string {
  return renderPage(
    ResultPage({
      context: { app: 'portal', language, path: '/' },
      application: { id: '1', number: '000.00.12.H26-261102-0001' } as Application,
      definition,
      agency,
      answers,
      decision: {
        outcome: 'grant',
        text: '',
        at: new Date('2026-11-03T03:00:00Z'),
        officer: 'Phan Thị Hoài An',
        evidence: { passkeyName: 'Điện thoại' } as Decision['evidence'],
        ...decision,
      },
    }),
  );
}

const keysOf = (html: string) =>
  [...html.matchAll(/summary-list__key">([^<]*)/g)].map(([, key]) => key).join('; ');

test('a birth registration shows what a birth certificate says, in its order, and nothing else that was filed', () => {
  const page = shown();
  expect(keysOf(page)).toBe(
    [
      'Họ, chữ đệm, tên của trẻ',
      'Giới tính của trẻ',
      'Ngày sinh của trẻ',
      'Ngày sinh của trẻ, ghi bằng chữ',
      'Nơi sinh của trẻ',
      'Dân tộc của trẻ',
      'Quốc tịch của trẻ',
      'Quê quán của trẻ',
      'Họ, chữ đệm, tên của mẹ',
      'Năm sinh của mẹ',
      'Dân tộc của mẹ',
      'Quốc tịch của mẹ',
      'Nơi cư trú của mẹ',
      'Nơi đăng ký khai sinh',
      'Mã hồ sơ',
      'Ngày đăng ký',
      'Người quyết định',
      'Người đi khai sinh',
    ].join('; '),
  );
  expect(page).toContain('Ngày hai tháng mười một năm hai nghìn không trăm hai mươi sáu');
  for (const hidden of ['0912345678', '001196000001', '14/03/1996', 'Ai Đó'])
    expect(page).not.toContain(hidden);
});

test.each([
  ['vi', 'không phải văn bản đã ký'],
  ['en', 'not a signed document'],
  ['fr', 'non un document signé'],
] as const)('says in %s that it is a page of the portal and no signed document', (language, words) => {
  const page = shown({}, birth, language);
  expect(page).toContain(words);
  expect(page).toContain('class="sign-here"');
});

test('has no button to print: the script alone makes it', () => {
  const page = shown();
  expect(page).toContain('data-print="In trang này"');
  expect(page).not.toContain(
    '<button type="button" class="govuk-button govuk-button--secondary">In trang này',
  );
});

test('a refusal, and a definition published before there were templates, show the plain facts of the decision', () => {
  const plain =
    'Quyết định; Thủ tục; Mã hồ sơ; Ngày quyết định; Cơ quan giải quyết; Người quyết định; Người nộp';
  const refused = shown({ outcome: 'refuse', text: 'Trẻ đã được đăng ký.' });
  expect(keysOf(refused)).toBe(plain);
  expect(refused).toContain('Trẻ đã được đăng ký.');
  expect(keysOf(shown({}, { ...birth, result: { title: birth.result.title } }))).toBe(plain);
});
