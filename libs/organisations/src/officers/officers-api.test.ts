import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PlatformModule } from '#lib/platform';
import { createApp, NobodySignsIn, PrincipalReader, WebModule, WebSettings } from '#lib/web';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import type { OfficerFacts } from './list-officers.js';
import { OrganisationsDeskModule } from './organisations-desk.module.js';
import { seedOfficers } from './seed-officers.js';

const cuaNam = '00082';
let world: TestDatabase;
let app: NestFastifyApplication;
let key: string;
let url: string;

@Module({})
class Nobody {}
@Module({})
class Desk {}

beforeAll(async () => {
  world = await createTestDatabase();
  const given = await world.platform('desk');
  key = given.config.secrets.nationalApiKey;
  const settings = new WebSettings('desk', given.config.desk, key, async () => undefined);
  const principals: DynamicModule = {
    module: Nobody,
    providers: [{ provide: PrincipalReader, useClass: NobodySignsIn }],
    exports: [PrincipalReader],
  };
  const platform = PlatformModule.of(given);
  const imports = [WebModule.of(settings, principals), OrganisationsDeskModule.with(platform)];
  app = await createApp({ module: Desk, imports }, settings);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
beforeEach(async () => {
  const owner = await world.owner();
  await owner.query('ALTER TABLE organisations.officer_identity_change DISABLE TRIGGER USER');
  for (const table of ['officer_identity_change', 'officer_identity', 'officer_lookup'])
    await owner.query(`DELETE FROM organisations.${table}`);
  await owner.query('DELETE FROM organisations.officer_role');
  await owner.query('DELETE FROM organisations.officer');
});
afterAll(async () => {
  await app.close();
  await world.close();
});

async function ask(method: 'GET' | 'POST', path: string, form?: object, authorization = `Bearer ${key}`) {
  const response = await fetch(url + path, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(form && { body: JSON.stringify(form) }),
  });
  return { status: response.status, body: await response.json() };
}
const officers = async (): Promise<OfficerFacts[]> => (await ask('GET', '/api/officers')).body.officers;

test('an officer appointed at a commune is on the list with role and agency', async () => {
  const response = await ask('POST', '/api/officers', {
    communeCode: cuaNam,
    role: 'intake',
    name: ' Trần Minh ',
  });
  expect(response.status).toBe(201);
  expect(await officers()).toEqual([
    {
      id: response.body.id,
      staffNumber: expect.stringMatching(/^000\.\d\d\.\d\d\.H26-01$/),
      fullName: 'Trần Minh',
      roles: [
        {
          role: 'intake',
          agency: {
            unitCode: expect.stringMatching(/^000\.\d\d\.\d\d\.H26$/),
            level: 'commune',
            name: {
              vi: 'UBND phường Cửa Nam',
              en: 'People’s Committee of Cua Nam Ward',
              fr: 'Comité populaire de Phường Cửa Nam',
            },
            province: { vi: 'Thành phố Hà Nội', en: 'Hanoi City', fr: 'Thành phố Hà Nội' },
          },
        },
      ],
    },
  ]);
});

test('agencies are found by words of their name, without accents, and officers appointed by the code found', async () => {
  const { agencies } = (await ask('GET', '/api/agencies?words=nam%20CUA')).body;
  expect(agencies[0].name.vi).toBe('UBND phường Cửa Nam');
  const agencyCode = agencies[0].unitCode;
  await ask('POST', '/api/officers', { agencyCode, role: 'case', name: 'Lý Lan' });
  expect((await officers())[0]?.roles[0]?.agency.unitCode).toBe(agencyCode);
});

test.each([
  ['da lat', /Đà Lạt/],
  ['phu quoc', /UBND đặc khu Phú Quốc/],
  ['bo tu phap', /^Bộ Tư pháp$/],
])('“%s” finds the agency', async (words, name) => {
  const { agencies } = (await ask('GET', `/api/agencies?words=${encodeURIComponent(words)}`)).body;
  expect(agencies.map((agency: { name: { vi: string } }) => agency.name.vi).join('\n')).toMatch(name);
});

test('nothing is found for blanks or for a name nobody has', async () => {
  for (const words of ['%20', 'atlantis'])
    expect((await ask('GET', `/api/agencies?words=${words}`)).body).toEqual({ agencies: [] });
});

test('many appointed at once get a staff number each', async () => {
  const names = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'];
  await Promise.all(
    names.map((name) => ask('POST', '/api/officers', { communeCode: cuaNam, role: 'approver', name })),
  );
  const found = await officers();
  expect(found.map(({ fullName }) => fullName).toSorted()).toEqual(names.toSorted());
  expect(new Set(found.map(({ staffNumber }) => staffNumber)).size).toBe(6);
});

test('a role that has ended is not on the list', async () => {
  await ask('POST', '/api/officers', { communeCode: cuaNam, role: 'intake', name: 'Trần Minh' });
  world.clock.advance(1000);
  await (await world.owner()).query('UPDATE organisations.officer_role SET valid_until = $1', [
    world.clock.now(),
  ]);
  expect(await officers()).toEqual([]);
});

test.each<[string, object, number, string]>([
  ['no agency', { role: 'intake', name: 'Trần Minh' }, 400, 'agency-not-said'],
  [
    'two agencies',
    { communeCode: cuaNam, agencyCode: '000.00.00.H26', role: 'intake', name: 'A' },
    400,
    'agency-not-said',
  ],
  [
    'an agency that is not',
    { agencyCode: '000.99.99.H26', role: 'intake', name: 'A' },
    404,
    'agency-not-found',
  ],
  ['a commune that is not', { communeCode: '99999', role: 'intake', name: 'A' }, 404, 'agency-not-found'],
  ['a role that is not', { communeCode: cuaNam, role: 'king', name: 'A' }, 400, 'bad-request'],
  ['a name of signs', { communeCode: cuaNam, role: 'intake', name: '<b>' }, 400, 'bad-request'],
  ['no name', { communeCode: cuaNam, role: 'intake' }, 400, 'bad-request'],
])('%s is refused in words, and nobody appointed', async (_, form, status, code) => {
  const response = await ask('POST', '/api/officers', form);
  expect(response.status).toBe(status);
  expect(response.body).toMatchObject({ code, title: expect.any(String), help: expect.any(String) });
  expect(await officers()).toEqual([]);
});

test.each<['GET' | 'POST', string]>([
  ['GET', '/api/officers'],
  ['POST', '/api/officers'],
  ['GET', '/api/agencies?words=x'],
])('%s %s is for systems with the key alone', async (method, path) => {
  const form = { communeCode: cuaNam, role: 'intake', name: 'Trần Minh' };
  const response = await ask(method, path, method === 'POST' ? form : undefined, 'Bearer wrong');
  expect(response.status).toBe(401);
  expect(await officers()).toEqual([]);
});

test('the officers to try with: someone in each role at each of their agencies, communes first', async () => {
  const owner = await world.owner();
  await owner.transaction((tx) =>
    seedOfficers(tx, world.clock.now(), { blindIndexKey: Buffer.alloc(32), encryptionKey: Buffer.alloc(32) }),
  );
  await owner.transaction((tx) =>
    seedOfficers(tx, world.clock.now(), { blindIndexKey: Buffer.alloc(32), encryptionKey: Buffer.alloc(32) }),
  );
  const found = await officers();
  expect(found).toHaveLength(65);
  const ends =
    await owner.query(`SELECT DISTINCT valid_until - valid_from > '732 days' AS long, valid_until IS NULL AS open
    FROM organisations.officer_role`);
  expect(ends).toEqual([{ long: false, open: false }]);
  const [{ noted }] = await owner.query(
    'SELECT count(*)::int AS noted FROM organisations.officer_identity_change',
  );
  expect(noted).toBe(65);
  const rolesAt = new Map<string, Set<string>>();
  for (const { roles } of found)
    for (const { role, agency } of roles)
      rolesAt.set(agency.name.vi, (rolesAt.get(agency.name.vi) ?? new Set()).add(role));
  expect([...rolesAt.keys()].slice(0, 2)).toEqual(['UBND phường Cửa Nam', 'UBND đặc khu Côn Đảo']);
  expect(rolesAt.size).toBe(16);
  for (const roles of rolesAt.values())
    expect([...roles].slice(0, 3)).toEqual(['intake', 'case', 'approver']);
});

test.each([
  [{ household: ['001160000001'] }],
  [{ idNumber: '123' }],
  [{ idNumber: '001185000077', household: ['x'] }],
  [{ idNumber: '001185000077', household: Array.from({ length: 21 }, () => '001160000001') }],
])('an officer is not appointed as the person %j', async (more) => {
  const form = { communeCode: cuaNam, role: 'intake', name: 'Trần Minh', ...more };
  expect((await ask('POST', '/api/officers', form)).status).toBe(400);
});

test('an officer is appointed with who they are, of which the desk can read only the index', async () => {
  const numbers = { idNumber: '001185000077', household: ['001160000001'] };
  const { body } = await ask('POST', '/api/officers', {
    communeCode: cuaNam,
    role: 'intake',
    name: 'Trần Minh',
    ...numbers,
  });
  expect(JSON.stringify(body)).not.toContain('001');
  const owner = await world.owner();
  const kept = await owner.query(
    'SELECT own FROM organisations.officer_identity WHERE officer_id = $1 ORDER BY own',
    [body.id],
  );
  expect(kept).toEqual([{ own: false }, { own: true }]);
  const changes = await owner.query('SELECT changed_by FROM organisations.officer_identity_change');
  expect(changes).toEqual([{ changed_by: null }]);
});
