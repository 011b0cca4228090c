import { Agent } from 'node:http';
import type { Browser } from '../../test/browser.js';
import { identityOfficer } from '../../test/officers.js';
import { claimOf, lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { limits } from './limits.js';

let world: World;
const network = '127.0.0.0/24';

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await (await world.db.owner()).query('TRUNCATE identity.throttle');
});

/** A stranger in this network has just used up what all of it may do, `times` over. */
async function flood(kind: keyof typeof limits, times = 1, key = network): Promise<void> {
  const owner = await world.db.owner();
  await owner.query(`INSERT INTO identity.throttle VALUES ($1, $2, $3)`, [
    `${kind}:${key}`,
    limits[kind].tries * times,
    Date.now() + 500_000,
  ]);
}

const challenge = (browser: Browser) => browser.postJson('/sign-in/challenge', {});

/** A process counts 20 at once: it may still hand out 19 that were counted before the flood. */
async function useWhatWasCountedAhead(): Promise<void> {
  for (let tries = 0; tries < 19 && (await challenge(world.browser('portal'))).status === 200; ) tries += 1;
}

test('in a network that others have flooded one person signs in within seconds', async () => {
  const browser = await signUp(world, lan);
  await browser.postForm('/sign-out', {});
  await flood('sign-in-network');
  await useWhatWasCountedAhead();
  const busy = await challenge(browser);
  expect([busy.status, busy.body.code, busy.headers['retry-after']]).toEqual([429, 'network-busy', '2']);
  world.db.clock.advance(2000);
  expect((await browser.signIn()).status).toBe(200);
});

test('a burst in the same moment counts as many tries as it makes, though twenty are counted at once', async () => {
  await flood('sign-in-network');
  await useWhatWasCountedAhead();
  await (await world.db.owner()).query('TRUNCATE identity.throttle');
  const burst = await Promise.all(Array.from({ length: 30 }, () => challenge(world.browser('portal'))));
  expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([200]));
  const [{ points }] = await (await world.db.owner()).query('SELECT points FROM identity.throttle');
  expect(points).toBe(40);
});

test('a flood that does not wait gets nothing, however often it asks, and holds nobody up', async () => {
  await flood('sign-in-network', 3);
  await useWhatWasCountedAhead();
  const [honest, stranger] = [world.browser('portal'), world.browser('portal')];
  expect((await challenge(honest)).headers['retry-after']).toBe('10');
  const statuses = new Set<number>();
  for (let tries = 0; tries < 100; tries += 1) {
    stranger.cookies.clear();
    statuses.add((await challenge(stranger)).status);
  }
  expect([...statuses]).toEqual([429]);
  world.db.clock.advance(9000);
  expect((await challenge(honest)).headers['retry-after']).toBe('1');
  world.db.clock.advance(1000);
  expect((await challenge(honest)).status).toBe(200);
});

test('a place is good once, for what it was given for, and cannot be made', async () => {
  await flood('sign-in-network');
  await flood('code-network');
  await useWhatWasCountedAhead();
  const browser = world.browser('portal');
  await challenge(browser);
  const place = browser.cookies.get('__Host-portal-place') ?? '';
  world.db.clock.advance(3000);
  const statusWith = async (shown: string, path = '/sign-in/challenge') => {
    const other = world.browser('portal');
    other.cookies.set('__Host-portal-place', shown);
    return (await other.postJson(path, {})).status;
  };
  expect(await statusWith(place, '/sign-up/code')).toBe(429);
  expect(await statusWith(`000000000${place.slice(9)}`)).toBe(429);
  expect(await statusWith('x'.repeat(43))).toBe(429);
  expect(await statusWith(place)).toBe(200);
  expect(await statusWith(place)).toBe(429);
});

/** Claims, waits and claims again from an address of this machine. */
const statusAt = async (address: string) => {
  const browser = world.browser('portal');
  browser.agent = new Agent({ localAddress: address });
  await browser.postForm('/sign-up', claimOf(minh));
  world.db.clock.advance(3000);
  const { status, headers } = await browser.postForm('/sign-up', claimOf(minh));
  return `${status} ${Number(headers['retry-after'] ?? 0) > 10 ? 'later' : ''}`.trim();
};

test('who waits patiently with many browsers uses up their own minute, not the one of their neighbours', async () => {
  await flood('sign-up-network');
  const seen: string[] = [];
  for (let tries = 0; tries < 7; tries += 1) seen.push(await statusAt('127.0.0.1'));
  expect(seen).toEqual([...Array.from({ length: 6 }, () => '303'), '429 later']);
  expect(await statusAt('127.0.0.2')).toBe('303');
});

test('a form that has to wait comes back with everything that was typed, to be sent again', async () => {
  await flood('sign-up-network');
  const browser = world.browser('portal');
  const { text } = await browser.postForm('/sign-up', { ...claimOf(lan), next: '/?"x' });
  expect(text).toContain('action="/sign-up"');
  expect(text).toContain('<input type="hidden" name="next" value="/?&quot;x"/>');
  world.db.clock.advance(2000);
  expect((await browser.postForm('/sign-up', claimOf(lan))).headers.location).toBe('/sign-up/code');
});

test('an officer’s link is in order whatever strangers of the network try', async () => {
  await flood('enrolment-failures-network');
  expect((await world.browser('desk').get('/enrol?token=x')).status).toBe(429);
  await identityOfficer(world);
});

describe('whatever is throttled says when to come again', () => {
  const forms: Record<string, string> = { ...claimOf(minh), code: '123456' };
  const assertion = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {} };
  test.each<[keyof typeof limits, 'portal' | 'desk', 'get' | 'postForm' | 'postJson', string]>([
    ['sign-in-network', 'portal', 'postJson', '/sign-in/challenge'],
    ['sign-in-network', 'desk', 'postJson', '/sign-in/challenge'],
    ['sign-in-network', 'portal', 'get', '/sign-in/national'],
    ['sign-in-network', 'portal', 'get', '/sign-in/abroad'],
    ['sign-in-failures-network', 'portal', 'postJson', '/sign-in'],
    ['sign-in-failures-network', 'desk', 'postJson', '/sign-in'],
    ['sign-up-network', 'portal', 'postForm', '/sign-up'],
    ['sign-up-network', 'portal', 'postForm', '/recovery/counter'],
    ['code-network', 'portal', 'postForm', '/sign-up/code'],
    ['enrolment-failures-network', 'desk', 'get', '/enrol?token=x'],
    ['enrolment-failures-network', 'desk', 'postJson', '/enrol/challenge'],
    ['enrolment-failures-network', 'desk', 'postJson', '/enrol'],
  ])('%s at the %s: %s %s', async (kind, at, method, path) => {
    await flood(kind);
    if (kind === 'sign-in-network') await useWhatWasCountedAhead();
    const browser = world.browser(at);
    const { status, headers } = await (method === 'get'
      ? browser.get(path)
      : method === 'postForm'
        ? browser.postForm(path, forms)
        : browser.postJson(path, { credential: assertion }));
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  test('claims to be one person, and codes typed at the counter', async () => {
    const owner = await world.db.owner();
    const claims = world.browser('portal');
    await claims.postForm('/sign-up', claimOf(minh));
    const { browser: officer } = await identityOfficer(world);
    const open = () => officer.postForm('/counter', { code: '00000000' });
    await open();
    await owner.query('UPDATE identity.throttle SET points = 1000 WHERE key !~ $1', ['network:']);
    await owner.query(`UPDATE identity.throttle SET points = 1000 WHERE key LIKE 'claim-network:%'`);
    for (const { status, headers } of [await claims.postForm('/sign-up', claimOf(minh)), await open()]) {
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(500);
    }
  });
});
