import { lan } from '../../../identity/test/people.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { birthAnswers } from '../../../../test/file-application.js';
import { Application } from '../application/application.entity.js';

const helperPerson = { ...lan, idNumber: '001190066666', fullName: 'Lê Thị Tổ' };

let world: PortalWorld;
let citizen: CitizenAtHome;
let helper: CitizenAtHome;
beforeAll(async () => {
  world = await createPortalWorld();
  citizen = await world.citizen();
  helper = await world.citizen(helperPerson);
});
afterAll(() => world.close());

async function mandateId(): Promise<string> {
  const [row]: { id: string }[] = await world.owner.query(
    `SELECT id FROM identity.mandate WHERE kind = 'assistant'`,
  );
  return row?.id ?? '';
}

async function prepared(): Promise<string> {
  const id = await helper.draft(birthAnswers);
  await world.owner.query(
    'UPDATE applications.draft SET on_behalf_of = $2, represented_by = $3 WHERE id = $1',
    [id, await mandateId(), helper.id],
  );
  return id;
}

test('the answer to an invitation is the same whether anybody has the number', async () => {
  const answers = [];
  for (const idNumber of [helperPerson.idNumber, '001190055555'])
    answers.push(await citizen.post('/account/acting/assistance', { idNumber, days: '7' }));
  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
    [303, '/account/acting?done=asked'],
    [303, '/account/acting?done=asked'],
  ]);
  await world.owner.query(
    `DELETE FROM identity.mandate WHERE invited_index NOT IN (SELECT id_number_index FROM identity.person)`,
  );
});

test('nobody invites themselves, for ever, or without a passkey just used', async () => {
  const own = await citizen.post('/account/acting/assistance', { idNumber: lan.idNumber, days: '7' });
  expect(own.headers.location).toBe('/account/acting/assistance?refused=cannot-assist-oneself');
  const ever = { idNumber: helperPerson.idNumber, days: '3650' };
  expect((await citizen.post('/account/acting/assistance', ever)).status).toBe(400);
  world.db.clock.advance(6 * 60_000);
  const late = { idNumber: helperPerson.idNumber, days: '7' };
  expect((await citizen.post('/account/acting/assistance', late)).status).toBe(403);
});

test('whoever was not asked cannot accept; the helper can, and the citizen is told', async () => {
  const id = await mandateId();
  expect((await citizen.post(`/account/acting/${id}/acceptance`)).status).toBe(404);
  expect((await helper.get('/account/acting')).text).toContain('Chờ bạn nhận lời');
  expect((await helper.get('/procedures/1.001193/start')).text).not.toContain(citizen.name);
  expect((await helper.post(`/account/acting/${id}/acceptance`)).status).toBe(303);
  expect((await helper.get('/procedures/1.001193/start')).text).toContain(citizen.name);
  expect((await citizen.get('/inbox')).text).toContain(`${helper.name} được làm thay ${citizen.name}`);
});

test('a helper cannot sign, neither by the page nor by posting', async () => {
  const id = await prepared();
  const refused = `/drafts/${id}/check?refused=helper-does-not-sign`;
  expect((await helper.get(`/drafts/${id}/signing`)).headers.location).toBe(refused);
  await helper.post(`/drafts/${id}/signing`, { assertion: '{}' });
  expect(await world.owner.manager.countBy(Application, { id })).toBe(0);
});

test('what a helper hands over is the citizen’s alone: signed with their passkey, theirs, and says who helped', async () => {
  const id = await prepared();
  expect((await citizen.get(`/drafts/${id}/check`)).status).toBe(404);
  expect((await helper.post(`/drafts/${id}/handover`)).headers.location).toBe('/applications');
  expect((await helper.get(`/drafts/${id}/check`)).status).toBe(404);
  expect((await citizen.get(`/drafts/${id}/check`)).text).toContain('Hồ sơ này được khai hộ bạn');
  expect((await citizen.sign(id)).headers.location).toBe(`/applications/${id}/receipt`);
  const application = await world.owner.manager.findOneByOrFail(Application, { id });
  expect(application).toMatchObject({ personId: citizen.id, representedBy: helper.id });
  expect((await citizen.get(`/applications/${id}`)).text).toContain(
    'tổ công nghệ số cộng đồng khai hộ cho Phạm Thị Lan',
  );
  expect((await helper.get(`/applications/${id}`)).status).toBe(404);
});

test('an ended assistance hands nothing over, and the draft stays', async () => {
  const id = await prepared();
  await citizen.post(`/account/acting/${await mandateId()}/ending`);
  const { headers } = await helper.post(`/drafts/${id}/handover`);
  expect(headers.location).toBe(`/drafts/${id}/check?refused=mandate-ended`);
  expect((await helper.get(`/drafts/${id}/check`)).status).toBe(200);
});
