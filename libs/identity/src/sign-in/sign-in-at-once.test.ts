import type { Browser } from '../../test/browser.js';
import { lan, minh, signUp } from '../../test/people.js';
import { createWorld, type World } from '../../test/world.js';
import { consumeAndFind } from '../passkey/consume-and-find.js';
import { issueChallenge } from '../passkey/issue-challenge.js';

let world: World;
let browser: Browser;

beforeAll(async () => {
  world = await createWorld();
  browser = await signUp(world, lan);
});
afterAll(() => world.close());
beforeEach(async () => {
  await browser.postForm('/sign-out', {});
});

const answer = (at: Browser, credential: unknown) => at.postJson('/sign-in', { credential });
const nameAt = async (at: Browser) => {
  const { text } = await at.get('/account');
  return [lan, minh].find(({ fullName }) => text.includes(fullName))?.fullName;
};

test('of all who answer one challenge at the same moment, in two processes, exactly one has it', async () => {
  const other = await world.db.platform('portal');
  const boundTo = Buffer.alloc(32);
  const audience = 'portal';
  for (let time = 0; time < 20; time += 1) {
    const issue = { audience, purpose: 'sign-in', boundTo } as const;
    const challenge = (await issueChallenge(other.database.manager, other, issue)).toString('base64url');
    const answers = await Promise.allSettled(
      [world.portal, other, world.portal, other].map((process) =>
        consumeAndFind(process.database.manager, process, { challenge, credentialId: 'AAAA' }, issue),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});

test('people who sign in at the same moment are each themselves, and whoever fails fails alone', async () => {
  const second = world.browser('portal');
  second.device = browser.device;
  const other = await signUp(world, minh);
  await other.postForm('/sign-out', {});
  const stranger = world.browser('portal');
  const browsers = [browser, second, other, stranger];
  const credentials = await Promise.all([browser, second, other].map((each) => each.assertion()));
  await stranger.postJson('/sign-in/challenge', {});
  const answers = await Promise.all(
    browsers.map((each, index) => answer(each, credentials[index] ?? credentials[2])),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400]);
  expect(await Promise.all(browsers.map(nameAt))).toEqual([
    lan.fullName,
    lan.fullName,
    minh.fullName,
    undefined,
  ]);
});
