import type { RegisterPerson } from '#lib/registries';
import type { Browser } from './browser.js';
import type { World } from './world.js';

const residence = { province: '01', commune: '00004', detail: 'Số 1', kind: 'permanent' } as const;

function person(idNumber: string, fullName: string, birthDate: string, more: Partial<RegisterPerson> = {}) {
  return {
    idNumber,
    fullName,
    birthDate,
    sex: 'female' as const,
    phone: '0912345678',
    deceased: false,
    nationality: 'VN',
    residence,
    ...more,
  };
}

/** Phạm Thị Lan: in order in every way. */
export const lan: RegisterPerson = person('001190012345', 'Phạm Thị Lan', '1990-03-27');
/** Trần Văn Minh: likewise. */
export const minh: RegisterPerson = person('001088000042', 'Trần Văn Minh', '1988-01-02', { sex: 'male' });
export const deceased: RegisterPerson = person('001140000001', 'Lê Văn Cũ', '1940-01-01', { deceased: true });
export const child: RegisterPerson = person('001216000009', 'Phạm Gia Bảo', '2016-06-01');
const { phone: _, ...withoutPhone } = person('001170000007', 'Đỗ Thị Xa', '1970-07-07');
export const noPhone: RegisterPerson = withoutPhone;

/** What a person types on the first page. */
export function claimOf(
  who: Pick<RegisterPerson, 'idNumber' | 'fullName' | 'birthDate'>,
): Record<string, string> {
  const { idNumber, fullName, birthDate } = who;
  const [year = '', month = '', day = ''] = birthDate.split('-');
  return {
    idNumber,
    fullName,
    'birthDate-day': day,
    'birthDate-month': month,
    'birthDate-year': year,
    next: '/procedures',
  };
}

/** Signs somebody up, to the end: an account, a passkey on the browser's device, a session. */
export async function signUp(
  world: World,
  who: RegisterPerson,
  browser = world.browser('portal'),
): Promise<Browser> {
  world.register.add(who);
  await browser.postForm('/sign-up', claimOf(who));
  await browser.postForm('/sign-up/code', { code: world.sms.code });
  const done = await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey');
  if (done.status !== 200) throw new Error(`Sign-up ended with ${done.status} ${done.text}`);
  return browser;
}
