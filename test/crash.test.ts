import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { databaseFor, isDatabaseAway } from '#lib/platform';
import { errorsIn, inputsIn } from '../libs/applications/src/draft/page-form.fixture.js';
import { Browser } from '../libs/identity/test/browser.js';
import { people } from './cast.js';
import { signingOptionsIn } from './portal-world.js';
import { ended, type Standalone, startStandalone } from './standalone.js';

const patience = 120_000;
const draftsEach = 12;
const killAfter = 8;
/** A procedure with four short pages. */
const code = '1.005461';

/** Somebody of the sandbox's register; the day of birth as it is typed. */
interface Citizen {
  idNumber: string;
  fullName: string;
  birthDate: readonly [string, string, string];
}

let product: Standalone;
let database: Client;

beforeAll(async () => {
  product = await startStandalone();
  database = new Client(product.databaseUrl);
  await database.connect();
}, patience);
afterAll(async () => {
  await database?.end();
  await product?.close();
});

test(
  'what was acknowledged is there after the power fails in the middle, once and whole',
  async () => {
    const citizens = [await signUp(people.minh), await signUp(people.lan)];
    const perCitizen = await Promise.all(citizens.map((citizen) => prepareDrafts(citizen, draftsEach)));
    const drafts = perCitizen.flatMap((ids, index) =>
      ids.map((id) => ({ id, citizen: citizens[index] as Browser })),
    );

    const acknowledged = new Set<string>();
    const left = [...drafts];
    const fileOnAndOn = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const location = await file(next.citizen, next.id).catch(() => undefined);
        if (location === `/applications/${next.id}/receipt`) acknowledged.add(next.id);
        if (acknowledged.size >= killAfter) product.process.kill('SIGKILL');
      }
    };
    await Promise.all([1, 2, 3, 4].map(fileOnAndOn));
    await ended(product.process, 'SIGKILL');
    expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter);
    expect(acknowledged.size).toBeLessThan(drafts.length);

    const survived = await applications();
    expect([...acknowledged].filter((id) => !survived.has(id))).toEqual([]);
    await expectWhole(survived);

    await product.restart();
    await releaseHeldJobs();
    for (const { citizen, id } of drafts) {
      const location = await file(citizen, id);
      expect([`/applications/${id}`, `/applications/${id}/receipt`]).toContain(location);
    }
    const all = await applications();
    expect([...all.keys()].toSorted()).toEqual(drafts.map(({ id }) => id).toSorted());
    for (const [id, number] of survived) expect(all.get(id)).toBe(number);
    await expectWhole(all);
    await expect(inboxOnceDone(drafts.length)).resolves.toEqual({
      entries: drafts.length,
      cases: drafts.length,
      waiting: 0,
    });
  },
  patience,
);

test(
  'a notice is written though the worker was killed in the middle of it',
  async () => {
    const citizen = await signUp({
      idNumber: '001190009075',
      fullName: 'Bùi Phương Thảo',
      birthDate: ['3', '3', '1990'],
    });
    const [id = ''] = await prepareDrafts(citizen, 1);
    const before = await inboxOnceDone(0);
    const busy = new Client(product.databaseUrl);
    await busy.connect();
    await busy.query('BEGIN; LOCK TABLE notifications.inbox_entry IN ACCESS EXCLUSIVE MODE');
    await file(citizen, id);
    while ((await heldNotices()) === 0) await setTimeout(50);
    await ended(product.process, 'SIGKILL');
    await busy.end();
    expect(await heldNotices()).toBe(1);

    await product.restart();
    await releaseHeldJobs();
    expect((await inboxOnceDone(before.entries + 1)).entries).toBe(before.entries + 1);
  },
  patience,
);

test(
  'what was acknowledged is there though the database goes away again and again, and nothing is called a fault',
  async () => {
    const citizen = await signUp({
      idNumber: '036193004128',
      fullName: 'Trần Thị Thu Hà',
      birthDate: ['25', '8', '1993'],
    });
    const drafts = await prepareDrafts(citizen, 6);
    const before = await inboxOnceDone(0);
    const statuses = new Set<number>();
    const trySigning = async (id: string) => {
      const page = await citizen.get(`/drafts/${id}/signing`);
      statuses.add(page.status);
      if (page.status !== 200) return page.headers.location;
      const assertion = JSON.stringify(citizen.device.getJSON(citizen.origin, signingOptionsIn(page.text)));
      const posted = await citizen.postForm(`/drafts/${id}/signing`, { assertion });
      statuses.add(posted.status);
      return posted.headers.location;
    };
    for (const id of drafts) {
      const trying = trySigning(id);
      for (let breaks = 0; breaks < 3; breaks += 1) await breakConnections();
      await trying;
      for (let location: string | undefined; location === undefined; location = await trySigning(id))
        await setTimeout(50);
    }
    expect([...statuses].filter((status) => ![200, 303, 503].includes(status))).toEqual([]);
    const all = await applications();
    for (const id of drafts) expect(all.has(id)).toBe(true);
    await expectWhole(all);
    await releaseHeldJobs();
    const entries = before.entries + drafts.length;
    expect(await inboxOnceDone(entries)).toEqual({ entries, cases: entries, waiting: 0 });
  },
  patience,
);

test('a connection that breaks between two statements of a transaction is a database that is away', async () => {
  const pool = await databaseFor(product.databaseUrl, {}).initialize();
  const broken = pool.transaction(async (tx) => {
    const [{ pid }] = await tx.query('SELECT pg_backend_pid() AS pid');
    await database.query('SELECT pg_terminate_backend($1)', [pid]);
    while (!tx.queryRunner?.isReleased) await setTimeout(10);
    await tx.query('SELECT 1');
  });
  const error = await broken.catch((thrown: unknown) => thrown);
  expect([String(error), isDatabaseAway(error)]).toEqual([expect.stringContaining('already released'), true]);
  await pool.destroy();
});

/** Ends every connection that the product holds to its database, as a restart of the database does. */
async function breakConnections(): Promise<void> {
  await database.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
}

/** The task that comes round every minute takes up what was held for two: here at once. */
async function releaseHeldJobs(): Promise<void> {
  await database.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '121 seconds' WHERE locked_at IS NOT NULL`,
  );
  await database.query(`SELECT graphile_worker.add_job('release-abandoned-jobs')`);
}

/** How many notices a worker is about to write. */
async function heldNotices(): Promise<number> {
  const { rows } = await database.query(
    `SELECT id FROM graphile_worker.jobs WHERE locked_at IS NOT NULL AND task_identifier = 'inbox-entry'`,
  );
  return rows.length;
}

/** Makes an account as the pages do: the register's data, the code from the text message, a passkey. */
async function signUp({ idNumber, fullName, birthDate }: Citizen): Promise<Browser> {
  const browser = new Browser(product.portal, product.portal);
  const [day, month, year] = birthDate;
  const before = await messages();
  await browser.postForm('/sign-up', {
    idNumber,
    fullName,
    'birthDate-day': day,
    'birthDate-month': month,
    'birthDate-year': year,
    next: '/',
  });
  const smsCode = await lastCode(before);
  await browser.postForm('/sign-up/code', { code: smsCode });
  const done = await browser.register('/sign-up/passkey/challenge', '/sign-up/passkey');
  expect(done.status).toBe(200);
  return browser;
}

const messages = async (): Promise<string[]> =>
  (await database.query('SELECT content FROM national.text_message ORDER BY received_at')).rows.map(
    ({ content }) => content,
  );

/** The code in the message that came since; it is sent after the page was answered. */
async function lastCode(before: string[]): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const now = await messages();
    if (now.length > before.length) return /\b\d{6}\b/.exec(now.at(-1) ?? '')?.[0] ?? '';
    await setTimeout(100);
  }
  throw new Error('No code was sent');
}

/** Ids of drafts that need nothing any more but the signature. */
async function prepareDrafts(citizen: Browser, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) {
    const { headers } = await citizen.postForm(`/procedures/${code}/drafts`, {});
    const draft = headers.location as string;
    const send = async (page: string, fields: Record<string, string> = {}) => {
      const inputs = inputsIn((await citizen.get(`${draft}/pages/${page}`)).text) as Record<string, string>;
      const sent = await citizen.postForm(`${draft}/pages/${page}`, { ...inputs, ...fields });
      expect([page, sent.status, errorsIn(sent.text)]).toEqual([page, 303, []]);
    };
    await send('applicant', { onBehalf: 'no' });
    await send('place');
    await send('request', { request: `Đề nghị số ${ids.length + 1}.` });
    await send('papers');
    ids.push(draft.slice('/drafts/'.length));
  }
  return ids;
}

/** Signs a draft and says where that led; what is filed already leads to its application. */
async function file(citizen: Browser, id: string): Promise<string | undefined> {
  const page = await citizen.get(`/drafts/${id}/signing`);
  if (page.status === 303) return page.headers.location;
  const assertion = JSON.stringify(citizen.device.getJSON(citizen.origin, signingOptionsIn(page.text)));
  return (await citizen.postForm(`/drafts/${id}/signing`, { assertion })).headers.location;
}

async function applications(): Promise<Map<string, string>> {
  const { rows } = await database.query('SELECT id, number FROM applications.application');
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Each application has its own number without gaps, and exactly one of everything that filing leaves. */
async function expectWhole(filed: Map<string, string>): Promise<void> {
  for (const table of ['submission', 'answers', 'event']) {
    const { rows } = await database.query(`SELECT application_id AS id FROM applications.${table}`);
    expect([table, rows.map(({ id }) => id).toSorted()]).toEqual([table, [...filed.keys()].toSorted()]);
  }
  const numbers = [...filed.values()].toSorted();
  const inAgency = (number: string) => numbers.filter((other) => other.slice(0, -4) === number.slice(0, -4));
  for (const number of numbers)
    expect([number, Number(number.slice(-4))]).toEqual([number, inAgency(number).indexOf(number) + 1]);
}

/** The inboxes once the worker has told of everything, or what there is after half a minute. */
async function inboxOnceDone(expected: number) {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await database.query(
      `SELECT count(*)::int AS entries, count(DISTINCT about_id)::int AS cases,
              (SELECT count(*)::int FROM applications.outbox) AS waiting FROM notifications.inbox_entry`,
    );
    if (rows[0].entries >= expected || tries === 60) return rows[0];
    await setTimeout(500);
  }
}
