import type { HouseholdMember } from '#lib/registries';
import { newId } from '#lib/platform';
import { lan } from '../../../identity/test/people.js';
import { birthAnswers } from '../../../../test/file-application.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { Application } from '../application/application.entity.js';
import { readCase } from '../case-file/read-case.js';
import { representationOfCase } from './representation-in.js';

const code = '1.001193';
const mother: HouseholdMember = { ...lan, relationship: 'head' };
const child: HouseholdMember = {
  ...lan,
  idNumber: '001219000031',
  fullName: 'Phạm Minh Anh',
  birthDate: '2019-03-08',
  relationship: 'child',
};

let world: PortalWorld;
let citizen: CitizenAtHome;
let stranger: CitizenAtHome;
beforeAll(async () => {
  world = await createPortalWorld();
  citizen = await world.citizen();
  stranger = await world.citizen({ ...lan, idNumber: '001190077777', fullName: 'Người Lạ' });
  await stranger.get('/account/acting');
  world.register.members = [mother, child];
});
afterAll(() => world.close());

async function childMandate(): Promise<string> {
  await citizen.get('/account/acting');
  const [row]: { id: string }[] = await world.owner.query(
    `SELECT id FROM identity.mandate WHERE representative_id = $1 AND kind = 'parent'`,
    [citizen.id],
  );
  return row?.id ?? '';
}

/** A finished draft of a parent for her child. */
async function draftForChild(by = citizen): Promise<string> {
  const id = await by.draft(birthAnswers);
  await world.owner.query(
    'UPDATE applications.draft SET on_behalf_of = $2, represented_by = $3 WHERE id = $1',
    [id, await childMandate(), by.id],
  );
  return id;
}

test('who may act for nobody is not asked for whom it is', async () => {
  expect((await stranger.get(`/procedures/${code}/start`)).text).not.toContain('Hồ sơ này cho ai?');
});

test('a parent is asked for whom it is, and the draft is for the child she chose', async () => {
  const start = await citizen.get(`/procedures/${code}/start`);
  expect(start.text).toContain('Hồ sơ này cho ai?');
  expect(start.text).toContain('Phạm Minh Anh');
  const mandate = await childMandate();
  const started = await citizen.post(`/procedures/${code}/drafts`, { for: mandate });
  const [, id] = /^\/drafts\/([^/]+)$/.exec(String(started.headers.location)) ?? [];
  const [row] = await world.owner.query(
    'SELECT on_behalf_of, represented_by, person_id FROM applications.draft WHERE id = $1',
    [id],
  );
  expect(row).toEqual({ on_behalf_of: mandate, represented_by: citizen.id, person_id: citizen.id });
  const first = await citizen.get(String((await citizen.get(`/drafts/${id}`)).headers.location));
  expect(first.text).toContain('Bạn đang khai thay Phạm Minh Anh');
});

test('a draft for oneself and one for the child are two', async () => {
  const mandate = await childMandate();
  const [own, theirs] = [
    await citizen.post(`/procedures/${code}/drafts`, { for: 'self' }),
    await citizen.post(`/procedures/${code}/drafts`, { for: mandate }),
  ];
  expect(own.headers.location).not.toBe(theirs.headers.location);
  expect((await citizen.post(`/procedures/${code}/drafts`, {})).headers.location).toBe(own.headers.location);
});

test.each([
  ['a stranger’s child', async () => childMandate(), 403],
  ['a mandate that does not exist', async () => newId(), 403],
  ['no id at all', async () => "' OR 1=1", 400],
])('nobody starts a draft with %s', async (_, whom, status) => {
  expect((await stranger.post(`/procedures/${code}/drafts`, { for: await whom() })).status).toBe(status);
});

describe('an application filed for a child', () => {
  let id: string;
  beforeAll(async () => {
    id = await draftForChild();
    expect((await citizen.sign(id)).headers.location).toBe(`/applications/${id}/receipt`);
  });

  test('says so in what was signed, in the receipt, in the history and on the row', async () => {
    const application = await world.owner.manager.findOneByOrFail(Application, { id });
    expect(application).toMatchObject({ personId: citizen.id, representedBy: citizen.id });
    expect(application.onBehalfOf).toBe(await childMandate());
    const receipt = await citizen.get(`/applications/${id}/receipt`);
    expect(receipt.text).toContain('Nộp thay cho');
    expect(receipt.text).toContain('Phạm Minh Anh');
    const page = await citizen.get(`/applications/${id}`);
    expect(page.text).toContain('Nộp thay Phạm Minh Anh. Cha hoặc mẹ nộp thay con dưới 14 tuổi.');
  });

  test('says so at the desk, and an officer of the child’s household may not open it', async () => {
    const desk = await world.db.platform('desk');
    const { agencyId } = await world.owner.manager.findOneByOrFail(Application, { id });
    const principal = {
      ...(await actingOfficer(world.owner.manager, desk, 'Trần Thanh Mai')),
      sessionId: newId(),
      assurance: 2 as const,
      authenticatedAt: desk.clock.now(),
      roles: [{ agencyId, role: 'intake' as const }],
    };
    const file = await readCase(desk, principal, id);
    expect(representationOfCase(file.events)).toMatchObject({ kind: 'parent', name: 'Phạm Minh Anh' });
    const [{ index }] = await world.owner.query(
      'SELECT represented_index AS index FROM identity.mandate WHERE id = $1',
      [await childMandate()],
    );
    await world.owner.query(
      'INSERT INTO organisations.officer_identity (officer_id, id_number_index, own) VALUES ($1, $2, false)',
      [principal.id, index],
    );
    await expect(readCase(desk, principal, id)).rejects.toMatchObject({ code: 'own-matter' });
  });

  test('does not exist for a stranger, whichever way they ask', async () => {
    for (const path of ['', '/receipt', '/result', `/attachments/${newId()}`])
      expect((await stranger.get(`/applications/${id}${path}`)).status).toBe(404);
  });

  test('is seen by the child who has an account at 14, and not changed', async () => {
    const grown = await world.citizen({ ...child, birthDate: '2011-03-08', phone: '0912345678' });
    await world.owner.query(
      `UPDATE identity.mandate SET represented_index =
         (SELECT id_number_index FROM identity.person WHERE id = $1) WHERE id = $2`,
      [grown.id, await childMandate()],
    );
    expect((await grown.get('/applications')).text).toContain('Người khác nộp thay bạn');
    const page = await grown.get(`/applications/${id}`);
    expect(page.text).toContain('Phạm Thị Lan nộp hồ sơ này thay bạn');
    expect(page.text).not.toContain('/withdrawal');
    const { version } = await world.owner.manager.findOneByOrFail(Application, { id });
    const withdrawal = { version: String(version), key: newId() };
    expect((await grown.post(`/applications/${id}/withdrawal`, withdrawal)).status).toBe(404);
  });
});

describe('a mandate that ended in the middle', () => {
  let id: string;
  let assertion: string;
  beforeAll(async () => {
    id = await draftForChild();
    assertion = await citizen.assertion(id);
    await world.owner.query('UPDATE identity.mandate SET ended_at = now() WHERE id = $1', [
      await childMandate(),
    ]);
  });

  test('stops the signature that was already given, in words, and nothing is lost', async () => {
    const signed = await citizen.post(`/drafts/${id}/signing`, { assertion });
    expect(signed.headers.location).toBe(`/drafts/${id}/check?refused=mandate-ended`);
    const check = await citizen.get(`/drafts/${id}/check?refused=mandate-ended`);
    expect(check.text).toContain('Bạn không còn được làm thay người này');
    expect(check.text).toContain('Những gì đã khai vẫn được lưu');
    expect(await world.owner.manager.countBy(Application, { id })).toBe(0);
  });

  test('stops the next signature before the device is asked', async () => {
    const { headers } = await citizen.get(`/drafts/${id}/signing`);
    expect(headers.location).toBe(`/drafts/${id}/check?refused=mandate-ended`);
  });

  test('is no longer offered', async () => {
    expect((await citizen.get(`/procedures/${code}/start`)).text).not.toContain('Phạm Minh Anh');
  });
});
