import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamicModule, Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { appointOfficer, findAgency, type OfficerRoleName, officerRoles } from '#lib/organisations';
import { digest, newId, type Platform, randomToken, transaction } from '#lib/platform';
import { createApp, type Principal, WebSettings } from '#lib/web';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import { PortalModule } from '../apps/portal/src/portal.module.js';
import { startDraft } from '../libs/applications/src/draft/start-draft.js';
import { Browser } from '../libs/identity/test/browser.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { type Filed, fileApplication } from './file-application.js';
import { noteAsPerson } from './known-officer.js';
import { type Route, routesOf } from './routes-of.js';

/** Rooms of the desk that one role alone opens. */
const rooms: Record<string, OfficerRoleName> = {
  '/counter': 'identity',
  '/counter/guardianships': 'identity',
  '/officers': 'administrator',
  '/officers/grants/new': 'administrator',
  '/design': 'designer',
  '/design/new': 'designer',
  '/design/import': 'designer',
  '/design/import/acceptance': 'designer',
  '/design/quality': 'designer',
  '/questions': 'auditor',
  '/payments': 'cashier',
  '/ratings': 'administrator',
  '/stuck': 'administrator',
  '/assignment': 'administrator',
};
const workflowRoles: OfficerRoleName[] = ['intake', 'case', 'approver'];
const longAgo = new Date('2020-01-01T00:00:00Z');

let db: TestDatabase;
let owner: DataSource;
let dataDir: string;
let filed: Filed;
const apps = new Map<string, { nest: NestFastifyApplication; platform: Platform; routes: Route[] }>();

beforeAll(async () => {
  Logger.overrideLogger(false);
  db = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'who-may-'));
  owner = await db.owner();
  await start('portal', PortalModule);
  await start('desk', DeskModule);
  filed = await fileApplication(owner, appOf('portal').platform);
});
afterAll(async () => {
  for (const { nest } of apps.values()) await nest.close();
  await db?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(
  name: 'portal' | 'desk',
  module: { of(platform: Platform, settings: WebSettings): DynamicModule },
) {
  const platform = await db.platform(name, { DATA_DIR: dataDir });
  const { secrets, [name]: host } = platform.config;
  const settings = new WebSettings(name, host, secrets.nationalApiKey, async () => undefined);
  const root = module.of(platform, settings);
  const nest = await createApp(root, settings);
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();
  apps.set(name, { nest, platform, routes: routesOf(root) });
}

function appOf(name: string) {
  const found = apps.get(name);
  if (!found) throw new Error(`No app ${name}`);
  return found;
}

interface SignedInAs {
  audience: 'portal' | 'desk';
  ownerId: string;
}

/** A browser at an app that holds a session of this audience, whichever app that is. */
async function browserOf(app: 'portal' | 'desk', session?: SignedInAs): Promise<Browser> {
  const { nest, platform } = appOf(app);
  const browser = new Browser(nest.getHttpServer(), platform.config[app].origin);
  if (!session) return browser;
  const token = randomToken();
  const now = db.clock.now();
  await owner.query(
    `INSERT INTO identity.session (id, token_hash, audience, owner_id, created_at, authenticated_at, last_seen_at,
        expires_at, user_agent, network)
      VALUES ($1, $2, $3, $4, $5, $5, $5, $6, '', '')`,
    [newId(), digest(token), session.audience, session.ownerId, now, new Date(now.getTime() + 3_600_000)],
  );
  browser.cookies.set(`__Host-${app}`, token);
  return browser;
}

async function officer(role: OfficerRoleName, commune = '00082'): Promise<string> {
  const agency = await findAgency(owner.manager, { communeCode: commune });
  const { id } = await appointOfficer(owner.manager, {
    staffNumber: newId(),
    fullName: 'Trần Thanh Mai',
    role,
    agencyId: agency?.id ?? '',
    at: longAgo,
  });
  await noteAsPerson(owner.manager, appOf('desk').platform, id);
  return id;
}

const addressOf = ({ path }: Route) => path.replace(/:[a-zA-Z]+/g, () => newId());
const call = (browser: Browser, route: Route) =>
  route.method === 'GET' ? browser.get(addressOf(route)) : browser.postForm(addressOf(route), {});

/** Turned away for want of the right session: told so, or led to the sign-in. */
function isTurnedAway({ status, headers }: { status: number; headers: Record<string, string> }): boolean {
  return status === 401 || (status === 303 && (headers.location ?? '').startsWith('/sign-in?next='));
}

/** Which routes for a kind of caller turn away whoever comes, in a new browser each time: some routes end the session. */
async function turnedAway(app: 'portal' | 'desk', who: Route['who'], session?: SignedInAs) {
  const found = { away: [] as string[], admitted: [] as string[] };
  for (const route of appOf(app).routes.filter((each) => each.who === who)) {
    await owner.query('UPDATE identity.person SET locked_at = NULL');
    const answer = await call(await browserOf(app, session), route);
    expect([route.path, answer.status < 500 || answer.status === 503]).toEqual([route.path, true]);
    (isTurnedAway(answer) ? found.away : found.admitted).push(`${route.method} ${route.path}`);
  }
  return found;
}

test('nobody gets past the sign-in of any route that is not for anyone', async () => {
  expect((await turnedAway('portal', 'citizen')).admitted).toEqual([]);
  expect((await turnedAway('desk', 'officer')).admitted).toEqual([]);
  expect((await turnedAway('portal', 'system')).admitted).toEqual([]);
  expect((await turnedAway('desk', 'system')).admitted).toEqual([]);
});

test.each([0, 1, 2])('a citizen of level %d gets past it everywhere a citizen may', async (level) => {
  await owner.query('UPDATE identity.person SET assurance = $2 WHERE id = $1', [filed.personId, level]);
  const citizen = { audience: 'portal', ownerId: filed.personId } as const;
  expect((await turnedAway('portal', 'citizen', citizen)).away).toEqual([]);
  expect((await turnedAway('portal', 'system', citizen)).admitted).toEqual([]);
});

test('a session of one host is nothing at the other', async () => {
  const ownerId = await officer('approver');
  expect((await turnedAway('portal', 'citizen', { audience: 'desk', ownerId })).admitted).toEqual([]);
  const citizen = { audience: 'portal', ownerId: filed.personId } as const;
  expect((await turnedAway('desk', 'officer', citizen)).admitted).toEqual([]);
});

test.each([...officerRoles])(
  'an officer who is %s gets past it, and finds the rooms of that role alone',
  async (role) => {
    const session = { audience: 'desk', ownerId: await officer(role) } as const;
    const browser = await browserOf('desk', session);
    for (const [path, opens] of Object.entries(rooms))
      expect([path, (await browser.get(path)).status < 400]).toEqual([path, opens === role]);
    const handles = workflowRoles.includes(role) ? 200 : 404;
    expect((await browser.get(`/applications/${filed.id}`)).status).toBe(handles);
    expect((await turnedAway('desk', 'officer', session)).away).toEqual([]);
    expect((await turnedAway('desk', 'system', session)).admitted).toEqual([]);
  },
);

test.each(workflowRoles)(
  'an officer who is %s of another agency does not find the application',
  async (role) => {
    const browser = await browserOf('desk', { audience: 'desk', ownerId: await officer(role, '00070') });
    expect((await browser.get(`/applications/${filed.id}`)).status).toBe(404);
  },
);

test('the draft of another citizen is not found, to be read, taken home or moved to another revision', async () => {
  const { platform } = appOf('portal');
  const applicant: Principal = {
    kind: 'citizen',
    id: filed.personId,
    name: 'Phạm Thị Lan',
    sessionId: newId(),
    assurance: 1,
    authenticatedAt: db.clock.now(),
    roles: [],
  };
  const { id } = await transaction(platform.database, (tx) =>
    startDraft(tx, platform, applicant, '1.001193'),
  );
  const other = { fullName: 'Lê Văn Khác', idNumber: '001090012346' };
  const { personId } = await fileApplication(owner, platform, { applicant: other });
  const statuses = async (ownerId: string) => {
    const browser = await browserOf('portal', { audience: 'portal', ownerId });
    const path = `/drafts/${id}`;
    return [
      (await browser.get(`${path}/revision`)).status,
      (await browser.get(`${path}/copy`)).status,
      (await browser.postForm(`${path}/revision`, {})).status,
    ];
  };
  expect(await statuses(personId)).toEqual([404, 404, 404]);
  expect(await statuses(filed.personId)).toEqual([303, 200, 303]);
});

test('an officer whose roles have all ended is nobody', async () => {
  const ownerId = await officer('administrator');
  await owner.query('UPDATE organisations.officer_role SET valid_until = $2 WHERE officer_id = $1', [
    ownerId,
    db.clock.now(),
  ]);
  expect((await turnedAway('desk', 'officer', { audience: 'desk', ownerId })).admitted).toEqual([]);
});

test('no POST with a cookie is taken from another site, whoever is signed in', async () => {
  const citizen = await browserOf('portal', { audience: 'portal', ownerId: filed.personId });
  const approver = await browserOf('desk', { audience: 'desk', ownerId: await officer('approver') });
  for (const [app, browser] of [
    ['portal', citizen],
    ['desk', approver],
  ] as const)
    for (const route of appOf(app).routes.filter(
      ({ method, who }) => method === 'POST' && who !== 'system',
    )) {
      const { status, body } = await browser.postJson(
        addressOf(route),
        {},
        { 'sec-fetch-site': 'cross-site' },
      );
      expect([route.path, status, body.code]).toEqual([route.path, 403, 'cross-site-request']);
    }
});
