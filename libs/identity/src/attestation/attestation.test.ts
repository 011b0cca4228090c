import { appointOfficer, type Officer } from '#lib/organisations';
import { loadConfig } from '#lib/platform';
import { certifiedAttestation } from '../../test/attestation.js';
import { newDevice } from '../../test/browser.js';
import { forgeAssertion, forgeRegistration } from '../../test/forge.js';
import { attestByMaker, makersModel, makersRoot, otherRoot } from '../../test/invented-maker.js';
import { lan, signUp } from '../../test/people.js';
import { attestationRoot, type VectorName, vectors } from '../../test/w3c-vectors.js';
import { createWorld, type World } from '../../test/world.js';
import { Passkey } from '../passkey/passkey.entity.js';
import { AuthenticatorModel } from './authenticator-model.entity.js';
import { checkAttestation } from './check-attestation.js';
import { readStatement } from './formats/statement.js';

let world: World;
let officer: Officer;

beforeAll(async () => {
  world = await createWorld({ desk: { OFFICER_ATTESTATION: 'required' } });
  const owner = await world.db.owner();
  const [agency] = await owner.query('SELECT id FROM organisations.agency LIMIT 1');
  officer = await appointOfficer(owner.manager, {
    staffNumber: 'CB-001',
    fullName: 'Vũ Thị Hạnh',
    role: 'intake',
    agencyId: agency.id,
    at: new Date('2026-01-01T00:00:00Z'),
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.db.clock.set('2026-11-20T03:05:00Z');
  const owner = await world.db.owner();
  await owner.query(
    'TRUNCATE identity.throttle, identity.passkey, identity.authenticator_model, identity.session',
  );
  await allow(makersRoot);
});

const models = () => world.desk.database.getRepository(AuthenticatorModel);

async function allow(...rootCertificates: string[]): Promise<void> {
  await models().delete({ aaguid: makersModel });
  const addedAt = world.db.clock.now();
  await models().insert({
    aaguid: makersModel,
    name: 'Invented Key',
    rootCertificates,
    addedBy: officer.id,
    addedAt,
  });
}

type Lies = Parameters<typeof forgeRegistration>[1];
const leave = { flags: { backupEligibility: false, backupState: false } };
const attested: Lies = { attest: attestByMaker, ...leave };

/** Enrols the officer with a security key of the invented maker that tells these lies. */
async function enrol(lies: Lies = attested, aaguid = makersModel) {
  const browser = world.browser('desk');
  const key = { authorization: `Bearer ${world.desk.config.secrets.nationalApiKey}` };
  const issued = await browser.postJson('/api/enrolment-links', { officerId: officer.id }, key);
  const token = new URL(issued.body.url).searchParams.get('token');
  const { body } = await browser.postJson('/enrol/challenge', { token });
  browser.device = newDevice({ aaguid: new Uint8Array(Buffer.from(aaguid.replaceAll('-', ''), 'hex')) });
  const honest = browser.device.createJSON(browser.origin, body.publicKey);
  const done = await browser.postJson('/enrol', { token, credential: forgeRegistration(honest, lies) });
  return { browser, options: body.publicKey, done };
}

test('an officer’s security key is asked for its maker’s word, and enrols when that holds', async () => {
  const { options, done } = await enrol();
  expect(options.attestation).toBe('direct');
  expect([done.status, done.body]).toEqual([200, { next: '/' }]);
  const [passkey] = await world.desk.database.getRepository(Passkey).find();
  expect(passkey).toMatchObject({ attested: true, backupEligible: false, aaguid: makersModel });
});

const notAttested = [403, 'passkey-not-attested'];
const notAccepted = [400, 'passkey-not-accepted'];
test.each<[string, Lies, string, (string | number)[]]>([
  ['without its maker’s word', leave, makersModel, notAttested],
  ['that can leave its device', { attest: attestByMaker }, makersModel, notAttested],
  ['of a model that is not on the list', attested, '5ec0e1b6-0000-4000-8000-000000000002', notAttested],
  ['attested by somebody else', { ...attested, attest: certifiedAttestation }, makersModel, notAttested],
  [
    'whose attestation is of something else',
    { ...attested, attest: () => attestByMaker(Buffer.from('else')) },
    makersModel,
    notAccepted,
  ],
])('a passkey %s does not enrol', async (_, lies, aaguid, refused) => {
  const { done } = await enrol(lies, aaguid);
  expect([done.status, done.body.code]).toEqual(refused);
});

test('who enrols is told before which security keys will do', async () => {
  const key = { authorization: `Bearer ${world.desk.config.secrets.nationalApiKey}` };
  const browser = world.browser('desk');
  const issued = await browser.postJson('/api/enrolment-links', { officerId: officer.id }, key);
  const { pathname, search } = new URL(issued.body.url);
  expect((await browser.get(pathname + search)).text).toContain('danh mục đã duyệt: Invented Key.');
  await models().delete({ aaguid: makersModel });
  expect((await browser.get(pathname + search)).text).toContain('Danh mục khóa bảo mật được duyệt còn trống');
});

test('the certificates must lead to a root of this very model, in force now', async () => {
  await allow(otherRoot);
  expect((await enrol()).done.status).toBe(403);
  await allow(otherRoot, makersRoot);
  expect((await enrol()).done.status).toBe(200);
  world.db.clock.set('2120-02-01T00:00:00Z');
  const owner = await world.db.owner();
  await owner.query('TRUNCATE identity.throttle');
  expect((await enrol()).done.status).toBe(403);
});

test.each<VectorName>(['packed.ES256', 'tpm.ES256', 'android-key.ES256', 'apple.ES256'])(
  'the maker of %s is believed by the roots of the model, in whatever format it speaks',
  async (name) => {
    const { certificates } = readStatement(vectors[name].registration.attestationObject);
    const { desk } = world;
    const passkey = { aaguid: makersModel, backupEligible: false };
    const check = (more = {}) =>
      checkAttestation(desk.database.manager, desk, { ...passkey, ...more }, certificates);
    await expect(check()).rejects.toMatchObject({ code: 'passkey-not-attested' });
    await allow(makersRoot, attestationRoot);
    await expect(check()).resolves.toBeUndefined();
    await expect(check({ backupEligible: true })).rejects.toMatchObject({ code: 'passkey-not-attested' });
  },
);

test('an attested passkey signs in until its model is taken off the list', async () => {
  const { browser } = await enrol();
  const signIn = async () => {
    const credential = forgeAssertion(browser.device, await browser.assertion(), leave);
    return browser.postJson('/sign-in', { credential });
  };
  await browser.postForm('/sign-out', {});
  expect((await signIn()).status).toBe(200);
  await browser.postForm('/sign-out', {});
  await models().delete({ aaguid: makersModel });
  const refused = await signIn();
  expect([refused.status, refused.body.code]).toEqual([403, 'passkey-not-attested']);
});

test('a session ends with the place of its passkey’s model on the list', async () => {
  const { browser } = await enrol();
  expect((await browser.get('/account/passkeys')).status).toBe(200);
  await models().delete({ aaguid: makersModel });
  expect((await browser.get('/account/passkeys')).headers.location).toBe(
    '/sign-in?next=%2Faccount%2Fpasskeys',
  );
});

test('a session of a passkey that nobody vouched for ends when that is demanded', async () => {
  const { browser } = await enrol();
  await (await world.db.owner()).query('UPDATE identity.passkey SET attested = false');
  expect((await browser.get('/account/passkeys')).headers.location).toBe(
    '/sign-in?next=%2Faccount%2Fpasskeys',
  );
});

test('citizens are asked for nothing of the kind', async () => {
  const browser = await signUp(world, lan);
  const { publicKey } = (await browser.postJson('/account/passkeys/challenge', {})).body;
  expect(publicKey.attestation).toBe('none');
});

test('the portal cannot touch the list, and cannot even see it', async () => {
  await expect(world.portal.database.getRepository(AuthenticatorModel).find()).rejects.toThrow(
    'permission denied',
  );
});

test('production demands it, and trials do not unless told', () => {
  const secrets = {
    ENCRYPTION_KEY: '11'.repeat(32),
    BLIND_INDEX_KEY: '22'.repeat(32),
    NATIONAL_API_KEY: '33'.repeat(32),
  };
  const wish = (env: Record<string, string>) =>
    loadConfig({ ...secrets, ...env }, 'postgres://nobody@127.0.0.1:1/none').officerAttestation;
  expect(wish({})).toBe('none');
  expect(wish({ NODE_ENV: 'production' })).toBe('required');
  expect(wish({ OFFICER_ATTESTATION: 'required' })).toBe('required');
  expect(() => wish({ NODE_ENV: 'production', OFFICER_ATTESTATION: 'none' })).toThrow('must be "required"');
  expect(() => wish({ OFFICER_ATTESTATION: 'perhaps' })).toThrow('"perhaps"');
});

const portalOf = (env: Record<string, string>) =>
  loadConfig({ NATIONAL_API_KEY: '33'.repeat(32), ...env }, 'postgres://nobody@127.0.0.1:1/none').portal;

test('the RP id is the host of the site, or a domain above it where that is said', () => {
  const origin = { PORTAL_ORIGIN: 'https://dichvucong.example.vn' };
  expect(portalOf(origin).rpId).toBe('dichvucong.example.vn');
  expect(portalOf({ ...origin, PORTAL_RP_ID: 'example.vn' }).rpId).toBe('example.vn');
  for (const id of ['vn', 'ample.vn', 'a.dichvucong.example.vn', 'elsewhere.example'])
    expect(() => portalOf({ ...origin, PORTAL_RP_ID: id })).toThrow('PORTAL_RP_ID must be');
});
