import { transaction } from '#lib/platform';
import type { Browser } from '../../test/browser.js';
import { identityOfficer, type OfficerAtCounter } from '../../test/officers.js';
import { child, lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { grantGuardianship } from './grant-guardianship.js';
import { mandatesFor } from './mandates-for.js';

const officers: [string, string] = [
  '0190a000-0000-7000-8000-000000000001',
  '0190a000-0000-7000-8000-000000000002',
];
const procedure = { code: '1.001193', field: 'civil-status', applicants: ['citizen'] };

let world: World;
let guardian: Browser;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const grant = (guardianId: string, by = officers) =>
  transaction(world.desk.database, (tx) =>
    grantGuardianship(tx, world.desk, {
      guardianId,
      ward: minh,
      validUntil: new Date('2027-11-20T00:00:00Z'),
      decision: {
        ground: 'commune',
        number: '12/QĐ-UBND',
        date: '2026-11-02',
        issuedBy: 'UBND phường Cửa Nam',
      },
      officers: by,
      agencyId: officers[0],
    }),
  );

test('two officers let a guardian act for a grown ward, who is told and can end it at once', async () => {
  guardian = await signUp(world, lan);
  const ward = await signUp(world, minh);
  const tx = world.portal.database.manager;
  const id = (await personWithIdNumber(tx, world.portal, lan.idNumber)) ?? '';
  const mandateId = await grant(id);
  const person = { id, assurance: 1 as const };
  expect(await mandatesFor(tx, world.portal, person, procedure)).toHaveLength(1);
  const [notice]: { title: { vi: string } }[] = await tx.query(
    `SELECT title FROM notifications.inbox_entry WHERE href = '/account/acting'`,
  );
  expect(notice?.title.vi).toBe(`${lan.fullName} được làm thay ${minh.fullName}`);
  expect((await ward.get('/account/acting')).text).toContain('người giám hộ');
  expect((await ward.postForm(`/account/acting/${mandateId}/ending`, {})).status).toBe(303);
  expect(await mandatesFor(tx, world.portal, person, procedure)).toEqual([]);
});

test('one officer alone lets nobody', async () => {
  const id = (await personWithIdNumber(world.portal.database.manager, world.portal, lan.idNumber)) ?? '';
  await expect(grant(id, [officers[0], officers[0]])).rejects.toMatchObject({ code: 'two-officers-needed' });
});

const decide = ({ browser }: OfficerAtCounter, at: string) =>
  browser.postForm(`${at}/decision`, { decision: 'approve' });

describe('at the counter', () => {
  const decision = {
    what: 'guardianship',
    guardianIdNumber: lan.idNumber,
    wardIdNumber: child.idNumber,
    ground: 'court',
    number: '05/2026/QĐST-DS',
    'date-day': '2',
    'date-month': '11',
    'date-year': '2026',
    issuedBy: 'Toà án nhân dân khu vực 1, Hà Nội',
    'lastDay-day': '1',
    'lastDay-month': '6',
    'lastDay-year': '2034',
    compared: 'yes',
  };
  const room = '/counter/guardianships';
  let first: OfficerAtCounter;
  let second: OfficerAtCounter;
  let guardianId: string;
  beforeAll(async () => {
    world.register.add(child);
    first = await identityOfficer(world);
    second = await identityOfficer(world);
    guardianId = (await personWithIdNumber(world.portal.database.manager, world.portal, lan.idNumber)) ?? '';
  });
  const wards = async () =>
    (
      await mandatesFor(
        world.portal.database.manager,
        world.portal,
        { id: guardianId, assurance: 1 },
        procedure,
      )
    ).map(({ represented }) => represented.kind === 'person' && represented.fullName);
  async function noted(fields: Record<string, string> = decision): Promise<string> {
    expect((await first.browser.postForm(room, fields)).headers.location).toBe('/counter?done=passed-on');
    const at = /\/counter\/matters\/[\w-]{36}/.exec((await second.browser.get('/counter')).text)?.[0];
    if (!at) throw new Error('Nothing waits');
    return at;
  }

  test('the decision is entered in full, and each mistake is said in words', async () => {
    for (const [wrong, words] of [
      [{ wardIdNumber: lan.idNumber }, 'phải là hai người'],
      [{ wardIdNumber: '001216000010' }, 'không có số này'],
      [{ guardianIdNumber: child.idNumber, wardIdNumber: lan.idNumber }, 'phải đủ 18 tuổi'],
      [{ number: '' }, 'Số giấy tờ'],
      [{ 'lastDay-year': '2020' }, 'Ngày cuối cùng'],
      [{ what: 'guardianship-end' }, 'không có việc giám hộ nào'],
      [{ compared: '' }, 'Xác nhận rằng bạn đã xem bản chính'],
    ] as const) {
      const answer = await first.browser.postForm(room, { ...decision, ...wrong });
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(words)]);
    }
    expect(await wards()).toEqual([]);
  });

  test('identity officers alone note it, none for themselves or their household; the first one does not decide', async () => {
    const intake = await identityOfficer(world, { role: 'intake' });
    for (const answer of [await intake.browser.get(room), await intake.browser.postForm(room, decision)])
      expect(answer.status).toBe(403);
    expect((await guardian.get(room)).status).toBe(404);
    for (const idNumber of [lan.idNumber, child.idNumber]) {
      const own = await identityOfficer(world, { household: [idNumber] });
      expect((await own.browser.postForm(room, decision)).status).toBe(403);
    }
    const at = await noted();
    expect((await decide(first, at)).status).toBe(403);
    expect((await decide(intake, at)).status).toBe(403);
    expect((await decide(await identityOfficer(world, { commune: '00070' }), at)).status).toBe(404);
    expect(await wards()).toEqual([]);
    const refusal = { decision: 'refuse', reason: 'document-doubtful' };
    expect((await second.browser.postForm(`${at}/decision`, refusal)).status).toBe(303);
    expect(await wards()).toEqual([]);
  });

  test('of two who approve at once one does; the guardian is told and acts until the last day', async () => {
    const at = await noted();
    expect((await second.browser.get(at)).text).toContain('05/2026/QĐST-DS');
    const third = await identityOfficer(world);
    const outcomes = await Promise.all([decide(second, at), decide(third, at)]);
    expect(outcomes.map(({ headers }) => headers.location).toSorted()).toEqual([
      `${at}?refused=counter-request-over`,
      '/counter?done=approved',
    ]);
    expect(await wards()).toEqual([child.fullName]);
    const owner = await world.db.owner();
    const [mandate] = await owner.query(
      `SELECT evidence, valid_until FROM identity.mandate WHERE evidence->'decision'->>'ground' = 'court'`,
    );
    expect(mandate.evidence).toMatchObject({ decision: { number: '05/2026/QĐST-DS', date: '2026-11-02' } });
    expect(mandate.valid_until).toEqual(new Date('2034-06-02T00:00:00+07:00'));
    const told = `SELECT 1 FROM notifications.inbox_entry WHERE person_id = $1 AND title->>'vi' = $2`;
    expect(await owner.query(told, [guardianId, `Bạn được làm thay ${child.fullName}`])).toHaveLength(1);
    expect((await first.browser.postForm(room, decision)).text).toContain(
      'Việc giám hộ này đã được ghi nhận',
    );
  });

  test('two officers end it at once, and no other mandate can be ended from the desk', async () => {
    const at = await noted({ ...decision, what: 'guardianship-end' });
    expect(await wards()).toEqual([child.fullName]);
    expect((await decide(second, at)).headers.location).toBe('/counter?done=approved');
    expect(await wards()).toEqual([]);
    await expect(world.desk.database.query('UPDATE identity.mandate SET ended_at = now()')).rejects.toThrow(
      'permission denied',
    );
  });
});
