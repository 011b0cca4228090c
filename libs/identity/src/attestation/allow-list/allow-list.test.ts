import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../../test/desk-world.js';
import { makersModel, makersRoot, otherRoot } from '../../../test/invented-maker.js';
import { AuthenticatorModel } from '../authenticator-model.entity.js';

let world: DeskWorld;
let keeper: OfficerAtWork;

beforeAll(async () => {
  world = await createDeskWorld();
  keeper = await world.officer('Đỗ Quang Huy', 'administrator');
  await world.owner.query(
    `UPDATE organisations.officer_role SET agency_id =
        (SELECT id FROM organisations.agency WHERE level = 'ministry' ORDER BY unit_code LIMIT 1)
      WHERE officer_id = $1`,
    [keeper.id],
  );
});
afterAll(() => world?.close());

const add = (by: OfficerAtWork, more: Record<string, string> = {}) =>
  by.browser.postForm('/authenticators', {
    aaguid: makersModel.toUpperCase(),
    name: 'Invented Key',
    roots: makersRoot,
    ...more,
  });
const listed = () => world.owner.getRepository(AuthenticatorModel).find();

test('a ministry’s administrator adds a model, replaces its roots and takes it off', async () => {
  expect((await add(keeper)).headers.location).toBe('/authenticators?done=saved');
  expect(await listed()).toMatchObject([{ aaguid: makersModel, name: 'Invented Key', addedBy: keeper.id }]);
  await add(keeper, { roots: `${makersRoot}\n${otherRoot}` });
  expect((await listed())[0]?.rootCertificates).toHaveLength(2);
  expect((await keeper.browser.get('/authenticators')).text).toContain('Invented Key');
  await keeper.browser.postForm(`/authenticators/${makersModel}/removal`, {});
  expect(await listed()).toEqual([]);
});

test.each([
  ['aaguid', { aaguid: 'yubikey' }],
  ['aaguid', { aaguid: '00000000-0000-0000-0000-000000000000' }],
  ['name', { name: '' }],
  ['roots', { roots: 'trust me' }],
  ['roots', { roots: `${makersRoot} and more` }],
  ['roots', { roots: makersRoot.replace('MIIB', 'AAAA') }],
])('a wrong %s is told at its box, and what was typed stays', async (field, more) => {
  const { status, text } = await add(keeper, { name: 'Typed name', ...more });
  expect([status, text]).toEqual([422, expect.stringContaining(`id="${field}-error"`)]);
  if (field !== 'name') expect(text).toContain('Typed name');
  expect(await listed()).toEqual([]);
});

test('to a commune’s administrator and to anybody else the list does not exist', async () => {
  for (const role of ['administrator', 'approver'] as const) {
    const officer = await world.officer('Trần Đình Phong', role);
    expect((await officer.browser.get('/authenticators')).status).toBe(404);
    expect((await add(officer)).status).toBe(404);
    expect((await officer.browser.postForm(`/authenticators/${makersModel}/removal`, {})).status).toBe(404);
  }
  expect(await listed()).toEqual([]);
});

test('the system that runs the desk puts the first model there, and nobody without its key does', async () => {
  const body = { aaguid: makersModel, name: 'Invented Key', roots: makersRoot };
  const send = (headers: Record<string, string>, sent: object = body) =>
    keeper.browser.postJson('/api/authenticators', sent, headers);
  const authorization = `Bearer ${world.desk.config.secrets.nationalApiKey}`;
  expect((await send({})).status).toBe(401);
  expect((await send({ authorization }, { ...body, roots: '' })).status).toBe(400);
  expect(await listed()).toEqual([]);
  expect((await send({ authorization })).status).toBe(204);
  expect(await listed()).toMatchObject([{ aaguid: makersModel, addedBy: null }]);
});
