import * as fc from 'fast-check';
import { blindIndex } from '#lib/platform';
import {
  createDeskWorld,
  cuaNam,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { textIn } from '../../../applications/src/draft/page-form.fixture.js';
import { OfficerRole } from '../officers/officer-role.entity.js';
import { isOwnOrHousehold, officerIdentityIndex } from '../officers/officer-identity.js';
import { RoleGrant } from './role-grant.entity.js';

let world: DeskWorld;
let lien: OfficerAtWork;
let phong: OfficerAtWork;
let staff = 0;

beforeAll(async () => {
  world = await createDeskWorld();
  lien = await world.officer('Hoàng Thị Bích Liên', 'administrator');
  phong = await world.officer('Trần Đình Phong', 'administrator');
});
afterAll(() => world?.close());

const wish = (more: Record<string, string> = {}) => ({
  'staff-number': `NEW${(staff += 1)}`,
  'full-name': 'Lò Văn Pua',
  role: 'intake',
  months: '12',
  ...more,
});
const propose = (by: OfficerAtWork, more: Record<string, string> = {}) =>
  by.browser.postForm('/officers/grants', wish(more));
const decide = (by: OfficerAtWork, id: string, granted = 'yes') =>
  by.browser.postForm(`/officers/grants/${id}/decision`, { granted });
const newest = async () => {
  const [grant] = await world.owner
    .getRepository(RoleGrant)
    .find({ order: { proposedAt: 'DESC', id: 'DESC' }, take: 1 });
  if (!grant) throw new Error('Nothing was proposed');
  return grant;
};
const held = (officerId: string) => world.owner.getRepository(OfficerRole).findBy({ officerId });

test('a role proposed by one administrator and granted by another is held from then on, for its time', async () => {
  expect((await propose(lien)).headers.location).toBe('/officers?done=proposed');
  const grant = await newest();
  expect(await held(grant.officerId)).toEqual([]);
  expect(textIn((await phong.browser.get('/officers')).text)).toContain('Lò Văn Pua');
  expect((await decide(phong, grant.id)).headers.location).toBe('/officers?done=granted');
  expect((await phong.browser.get('/officers?done=granted')).text).toContain('Đã cấp vai trò');
  const [role] = await held(grant.officerId);
  expect(role).toMatchObject({ role: 'intake', validUntil: grant.validUntil });
  const months = (grant.validUntil.getTime() - grant.proposedAt.getTime()) / 86_400_000;
  expect(months).toBeGreaterThanOrEqual(365);
  expect(months).toBeLessThanOrEqual(366);
});

test('who proposed cannot grant, and can take it back', async () => {
  await propose(lien);
  const { id, officerId } = await newest();
  expect((await decide(lien, id)).headers.location).toBe('/officers?refused=second-person-needed');
  expect(await held(officerId)).toEqual([]);
  await decide(lien, id, 'no');
  expect((await decide(phong, id)).headers.location).toBe('/officers?refused=role-decided-already');
  expect(await held(officerId)).toEqual([]);
});

test('nobody proposes for themselves, nor grants what is for themselves', async () => {
  const own = { 'staff-number': 'T1', 'full-name': lien.name, role: 'approver' };
  const { status, text } = await propose(lien, own);
  expect([status, textIn(text)]).toEqual([
    422,
    expect.stringContaining('Không ai đề nghị vai trò cho chính mình'),
  ]);
  await propose(phong, own);
  expect((await decide(lien, (await newest()).id)).headers.location).toBe(
    '/officers?refused=second-person-needed',
  );
});

test('the database itself wants two people', async () => {
  await propose(lien);
  const { id } = await newest();
  await expect(
    world.owner
      .getRepository(RoleGrant)
      .update(id, { decidedBy: lien.id, decidedAt: new Date(), granted: true }),
  ).rejects.toThrow('role_grant_takes_two');
});

test('two who grant in the same instant make one role', async () => {
  const third = await world.officer('Vàng A Sếnh', 'administrator');
  await propose(lien);
  const { id, officerId } = await newest();
  const answers = await Promise.all([phong, third, phong, third].map((by) => decide(by, id)));
  expect(answers.filter(({ headers }) => headers.location === '/officers?done=granted')).toHaveLength(1);
  expect(await held(officerId)).toHaveLength(1);
});

test.each(['identity', 'designer'])(
  'two administrators of a ward committee cannot make anybody %s: that reaches beyond their agency',
  async (role) => {
    const { status, text } = await propose(lien, { role });
    expect([status, textIn(text)]).toEqual([422, expect.stringContaining('Cơ quan này không có vai trò đó')]);
    const { id, officerId } = await (async () => {
      await propose(lien);
      return newest();
    })();
    await world.owner.query('UPDATE organisations.role_grant SET role = $2 WHERE id = $1', [id, role]);
    expect((await decide(phong, id)).headers.location).toBe('/officers?refused=role-not-here');
    expect(await held(officerId)).toEqual([]);
  },
);

test('what somebody proposed who is no administrator any more is not granted', async () => {
  const former = await world.officer('Đinh Văn Cũ', 'administrator');
  await propose(former);
  const { id, officerId } = await newest();
  await world.owner.query('UPDATE organisations.officer_role SET valid_until = $2 WHERE officer_id = $1', [
    former.id,
    world.db.clock.now(),
  ]);
  expect((await decide(phong, id)).headers.location).toBe('/officers?refused=proposer-no-administrator');
  expect(await held(officerId)).toEqual([]);
});

test('a role that is held or proposed already is not proposed again', async () => {
  const twice = { 'staff-number': 'TWICE' };
  await propose(lien, twice);
  expect((await propose(phong, twice)).status).toBe(422);
  await decide(phong, (await newest()).id);
  expect((await propose(phong, twice)).status).toBe(422);
});

test('the staff number of somebody of another name is refused, and what was typed stays', async () => {
  await propose(lien, { 'staff-number': 'ANOTHER' });
  const { status, text } = await propose(lien, { 'staff-number': 'ANOTHER', 'full-name': 'Giàng Thị Mỷ' });
  expect(status).toBe(422);
  expect(text).toContain('value="Giàng Thị Mỷ"');
});

test('one administrator ends a role, and the very next request of the officer is made without it', async () => {
  const mai = await world.officer('Trần Thanh Mai', 'intake');
  const { id } = await world.file();
  expect((await mai.browser.get(`/applications/${id}`)).status).toBe(200);
  const [role] = await held(mai.id);
  const ending = `/officers/roles/${role?.id}/ending`;
  expect((await lien.browser.get(ending)).status).toBe(200);
  expect((await lien.browser.postForm(ending, { reason: ' ' })).headers.location).toBe(
    `${ending}?refused=reason-needed`,
  );
  expect((await lien.browser.postForm(ending, { reason: 'Chuyển công tác' })).headers.location).toBe(
    '/officers?done=role-ended',
  );
  expect((await mai.browser.get(`/applications/${id}`)).headers.location).toMatch(/^\/sign-in/);
  expect((await held(mai.id))[0]).toMatchObject({ endedBy: lien.id, endReason: 'Chuyển công tác' });
  expect((await phong.browser.postForm(ending, { reason: 'Nữa' })).headers.location).toBe(
    `${ending}?refused=role-ended-already`,
  );
});

test('a granted role ends by itself when its time is over', async () => {
  const officer = await world.officer('Nguyễn Đức Toàn', 'case');
  const until = new Date(world.db.clock.now().getTime() + 60_000);
  await world.owner.getRepository(OfficerRole).update({ officerId: officer.id }, { validUntil: until });
  expect((await officer.browser.get('/')).status).toBe(200);
  world.db.clock.advance(60_000);
  expect((await officer.browser.get('/')).headers.location).toMatch(/^\/sign-in/);
});

test('the room does not exist for those who hold any other role, nor for administrators of elsewhere', async () => {
  await propose(lien);
  const { id } = await newest();
  const [role] = await held(phong.id);
  const strangers = [
    await world.officer('Phan Thị Hoài An', 'approver'),
    await world.officer('Nguyễn Thị Thanh Bình', 'auditor'),
  ];
  for (const stranger of strangers)
    for (const path of ['/officers', '/officers/grants/new'])
      expect((await stranger.browser.get(path)).status).toBe(404);
  for (const stranger of [...strangers, await world.officer('Lê Văn Luyện', 'administrator', hoanKiem)]) {
    expect((await decide(stranger, id)).status).toBe(404);
    expect((await stranger.browser.get(`/officers/roles/${role?.id}/ending`)).status).toBe(404);
    const ended = await stranger.browser.postForm(`/officers/roles/${role?.id}/ending`, { reason: 'x' });
    expect(ended.status).toBe(404);
  }
});

test('an administrator and an auditor see no application', async () => {
  const { id } = await world.file();
  const auditor = await world.officer('Đỗ Thị Ngân', 'auditor');
  for (const officer of [lien, auditor]) {
    expect((await officer.browser.get(`/applications/${id}`)).status).toBe(404);
    expect(textIn((await officer.browser.get('/')).text)).not.toContain('Phạm Thị Lan');
  }
});

test('whatever is posted is answered below 500 and grants nothing', async () => {
  const before = await world.owner.getRepository(OfficerRole).count();
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom('agency', 'staff-number', 'full-name', 'role', 'months'), fc.string()),
      async (body) => {
        expect((await lien.browser.postForm('/officers/grants', body)).status).toBeLessThan(500);
      },
    ),
    { numRuns: 40 },
  );
  expect(await world.owner.getRepository(OfficerRole).count()).toBe(before);
});

const mother = '001160000001';
const numbers = { 'id-number': '001 185 000 077', household: `${mother}\n 001.210.000.002 \n` };
const pageOf = (id: string) => `/officers/people/${id}/identity`;
const key = () => world.desk.config.secrets.blindIndexKey;
const knows = (id: string, number: string) =>
  isOwnOrHousehold(world.owner.manager, id, blindIndex(key(), number));

describe('who an officer is as a person', () => {
  test('is noted once two administrators entered the same, replaces what stood, and is never shown again', async () => {
    const { id } = await world.officer('Lưu Thị Hà', 'intake', cuaNam, false);
    const staffPage = async () => textIn((await lien.browser.get('/officers')).text);
    expect(await staffPage()).toContain('Chưa ghi Lưu Thị Hà');
    await lien.browser.postForm(pageOf(id), { ...numbers, household: '' });
    expect((await lien.browser.postForm(pageOf(id), numbers)).headers.location).toBe(
      '/officers?done=identity-waits',
    );
    expect(await staffPage()).toContain('Chờ người quản trị thứ hai Lưu Thị Hà');
    expect(await officerIdentityIndex(world.owner.manager, id)).toBeUndefined();
    expect(textIn((await phong.browser.get(pageOf(id))).text)).toContain('Hoàng Thị Bích Liên đã nhập lúc');
    const noted = await phong.browser.postForm(pageOf(id), {
      ...numbers,
      household: `001210000002, ${mother}, 001185000077`,
    });
    expect([noted.status, noted.headers.location]).toEqual([303, '/officers?done=identity-noted']);
    const after = textIn((await lien.browser.get('/officers?done=identity-noted')).text);
    for (const said of ['Đã ghi danh tính của cán bộ', 'Chờ Cơ sở dữ liệu dân cư Lưu Thị Hà'])
      expect(after).toContain(said);
    expect(await officerIdentityIndex(world.owner.manager, id)).toBe(blindIndex(key(), '001185000077'));
    expect([await knows(id, mother), await knows(id, '001210000002')]).toEqual([true, true]);
    for (const { browser } of [phong, lien])
      await browser.postForm(pageOf(id), { ...numbers, household: '' });
    expect([await knows(id, '001185000077'), await knows(id, mother)]).toEqual([true, false]);
    const { text } = await lien.browser.get(pageOf(id));
    expect(text).not.toMatch(/001\s?[12]\d\d\s?0/);
    expect(textIn(text)).toMatch(
      /Trần Đình Phong, Hoàng Thị Bích Liên ghi; không ai khác.*Liên, Trần Đình Phong ghi; 2 người cùng hộ/,
    );
  });

  test('is on record for good, without the numbers', async () => {
    const { id } = await world.officer('Đàm Thị Nga', 'case', cuaNam, false);
    for (const { browser } of [lien, phong]) await browser.postForm(pageOf(id), numbers);
    const changes = 'organisations.officer_identity_change';
    const [row] = await world.owner.query(`SELECT * FROM ${changes} WHERE officer_id = $1`, [id]);
    expect(row).toMatchObject({ changed_by: lien.id, confirmed_by: phong.id, household_size: 2 });
    for (const statement of [`DELETE FROM ${changes}`, `UPDATE ${changes} SET household_size = 0`])
      await expect(world.owner.query(statement)).rejects.toThrow('never changed or deleted');
    await expect(world.portal.database.query(`SELECT 1 FROM ${changes}`)).rejects.toThrow(
      'permission denied',
    );
    const alone = `INSERT INTO ${changes} (id, officer_id, changed_by, confirmed_by, household_size, at)
      VALUES (gen_random_uuid(), $1, $2, $3, 0, now())`;
    for (const second of [lien.id, id, null])
      await expect(world.owner.query(alone, [id, lien.id, second])).rejects.toThrow(
        'violates check constraint',
      );
  });

  test('waits where two enter it otherwise, until one of them is right or it is dropped', async () => {
    const { id } = await world.officer('Mai Thị Hiên', 'case', cuaNam, false);
    const otherwise = { ...numbers, household: mother };
    await lien.browser.postForm(pageOf(id), otherwise);
    const { status, text } = await phong.browser.postForm(pageOf(id), numbers);
    expect([status, textIn(text)]).toEqual([422, expect.stringContaining('Hai lần nhập không giống nhau')]);
    expect(text).toContain('001 185 000 077');
    expect(await officerIdentityIndex(world.owner.manager, id)).toBeUndefined();
    const dropped = await phong.browser.postForm(`${pageOf(id)}/dropping`, {});
    expect(dropped.headers.location).toBe('/officers?done=identity-dropped');
    expect((await phong.browser.postForm(pageOf(id), numbers)).headers.location).toContain('identity-waits');
    const both = await Promise.all([lien, lien].map((by) => by.browser.postForm(pageOf(id), numbers)));
    expect(both.map(({ headers }) => headers.location).toSorted()).toEqual([
      '/officers?done=identity-noted',
      '/officers?done=identity-waits',
    ]);
    expect(await knows(id, mother)).toBe(true);
  });

  test.each([
    ['no number', { ...numbers, 'id-number': '' }],
    ['too short a number', { ...numbers, 'id-number': '00118500007' }],
    ['a province that is none', { ...numbers, 'id-number': '000185000077' }],
    ['a household with a name in it', { ...numbers, household: `${mother}\nBà Hoa` }],
    ['too large a household', { ...numbers, household: Array.from({ length: 21 }, () => mother).join('\n') }],
  ])('%s is to be mended, and changes nothing', async (_, body) => {
    const { id } = await world.officer('Hồ Văn Sửu', 'case', cuaNam, false);
    const answer = await lien.browser.postForm(pageOf(id), body);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('govuk-error-summary');
    expect(await officerIdentityIndex(world.owner.manager, id)).toBeUndefined();
  });

  test('is noted by nobody else, and by nobody of themselves', async () => {
    const { id, browser } = await world.officer('Tạ Thị Mơ', 'intake');
    const elsewhere = await world.officer('Lê Văn Luyện', 'administrator', hoanKiem);
    for (const stranger of [browser, elsewhere.browser]) {
      expect((await stranger.get(pageOf(id))).status).toBe(404);
      for (const address of [pageOf(id), `${pageOf(id)}/dropping`])
        expect((await stranger.postForm(address, numbers)).status).toBe(404);
    }
    expect((await lien.browser.get(pageOf(lien.id))).status).toBe(403);
    expect((await lien.browser.postForm(pageOf(lien.id), numbers)).status).toBe(403);
    expect((await lien.browser.postForm(`${pageOf(lien.id)}/dropping`, {})).status).toBe(403);
    expect(await officerIdentityIndex(world.owner.manager, lien.id)).not.toBe(
      blindIndex(key(), '001185000077'),
    );
    expect(textIn((await lien.browser.get('/officers')).text)).not.toContain(pageOf(lien.id));
  });
});
