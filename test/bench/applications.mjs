// Submissions and transitions over HTTP through the whole stack, against bare node:http + pg that sends the very same
// statements; beside these the same from bare pg without HTTP, and bare node:http with the one statement that writes the
// act. All four in turn, round by round, on the same database.
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { assertion, newCitizen } from './citizen.mjs';
import { many } from './connection.mjs';
import { beginFiling, newDraft, newFiled, newOfficer, openPlatform, revisionOf } from './country.mjs';
import { median, percentile, processorTimes } from './figures.mjs';
import { asInOperation, startProduct, uuid } from './product.mjs';
import { openRecorder } from './recorder.mjs';

const { DeskModule } = await import('../../dist/apps/desk/src/desk.module.js');
const { PortalModule } = await import('../../dist/apps/portal/src/portal.module.js');

const eachRound = Number(process.env.EACH ?? 400);
const rounds = Number(process.env.ROUNDS ?? 7);
const people = 32;

export async function applicationsBench() {
  const product = await startProduct(['portal', 'desk']);
  try {
    const world = await newWorld(product);
    return [
      await measure('submissions', product, submissions(world)),
      await measure('transitions', product, transitions(world)),
    ];
  } finally {
    await product.stop();
  }
}

/** A citizen each for what is at once, an officer with two roles, and the agency both deal with. */
export async function newWorld(product) {
  const { database, portal } = product;
  const platform = await openPlatform(product.databaseUrl, product.env);
  const revision = await revisionOf(platform);
  const found = await database.query(
    `SELECT id, unit_code FROM organisations.agency WHERE unit_code = '000.00.05.H26'`,
  );
  const agency = found.rows[0];
  const citizens = [];
  while (citizens.length < people) {
    const citizen = await newCitizen(database, portal);
    citizens.push({ ...citizen, cookie: await newSession(database, 'portal', citizen.personId) });
  }
  const officerId = await newOfficer(database);
  for (const role of ['intake', 'case'])
    await database.query(
      `INSERT INTO organisations.officer_role (id, officer_id, role, agency_id, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, '2020-01-01')`,
      [officerId, role, agency.id],
    );
  const cookie = await newSession(database, 'desk', officerId);
  return { product, platform, revision, agency, citizens, officer: { id: officerId, cookie } };
}

/** Seen later than now: that it is seen is noted once a minute, which no request that is compared should have to do. */
async function newSession(database, audience, ownerId) {
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `INSERT INTO identity.session (id, token_hash, audience, owner_id, created_at, authenticated_by, authenticated_at,
        last_seen_at, expires_at, user_agent, network)
     VALUES ($1, $2, $3, $4, now(), 'passkey', now(), now() + interval '1 hour', now() + interval '8 hours', 'bench', '127.0.0.0/24')`,
    [uuid(), createHash('sha256').update(token).digest(), audience, ownerId],
  );
  return `__Host-${audience}=${token}`;
}

/** Filing a draft that was shown and signed: the POST that carries the signature. */
export function submissions({ product, platform, revision, agency, citizens }) {
  const prepare = (count) =>
    times(count, async (index) => {
      const citizen = citizens[index % citizens.length];
      const draft = await newDraft(platform, { revision, agency, personId: citizen.personId });
      const challenge = await beginFiling(platform, draft, citizen.personId);
      const signed = JSON.stringify(assertion(citizen, challenge.toString('base64url'), product.portal));
      return { ...draft, citizen, signed };
    });
  return {
    address: product.portal,
    app: 'portal',
    module: PortalModule,
    prepare,
    requestOf: ({ id, signed, citizen }) => ({
      path: `/drafts/${id}/signing`,
      body: { assertion: signed },
      cookie: citizen.cookie,
      location: `/applications/${id}/receipt`,
    }),
  };
}

/** The officer accepts what was filed. */
export function transitions({ product, platform, revision, agency, citizens, officer }) {
  return {
    address: product.desk,
    app: 'desk',
    module: DeskModule,
    prepare: (count) =>
      times(count, async (index) => {
        const { personId } = citizens[index % citizens.length];
        return { id: await newFiled(platform, { revision, agency, personId }), key: uuid() };
      }),
    requestOf: ({ id, key }) => ({
      path: `/applications/${id}/acts/accept`,
      body: { version: '1', key },
      cookie: officer.cookie,
      location: `/applications/${id}?done=2`,
    }),
  };
}

/** Makes so many things, 16 at once. */
async function times(count, make) {
  const made = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const nth = next++;
      made[nth] = await make(nth);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return made;
}

async function measure(name, product, { address, app, module, prepare, requestOf }) {
  const { database, databaseUrl, usage } = product;
  const recorder = await openRecorder(app, module, product);
  const bare = fork(join(import.meta.dirname, 'bare-server.mjs'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, ROLE: `dvc_${app}` },
    execArgv: asInOperation,
    serialization: 'advanced',
  });
  const [{ port }] = await once(bare, 'message');
  const ask = async (message) => {
    bare.send(message);
    return (await once(bare, 'message'))[0];
  };
  const overHttp = (took) =>
    many(`http://localhost:${port}`, eachRound, took, async (connection, nth) => {
      const answer = await connection.post(`/${nth}`, {});
      if (answer.status !== 303) throw new Error('The bare server failed');
    });
  /** Does what was recorded, and says how many a second. */
  const does = {
    whole: (requests, took) =>
      many(address, eachRound, took, async (connection, nth) => {
        const { path, body, cookie, location } = requests[nth];
        const answer = await connection.post(path, body, [cookie]);
        if (answer.location !== location)
          throw new Error(`${path} answered ${answer.status} ${answer.location}`);
      }),
    http: (_, took) => overHttp(took),
    one: (_, took) => overHttp(took),
    async pg(_, took) {
      const answer = await ask({ alone: eachRound });
      took.push(...answer.times);
      return answer.perSecond;
    },
  };
  const variants = Object.keys(does);
  const perSecond = Object.fromEntries(variants.map((variant) => [variant, []]));
  const elapsed = structuredClone(perSecond);
  const spent = Object.fromEntries(variants.map((variant) => [variant, {}]));
  let sent;
  try {
    // Two rounds warm up: the first 800 requests took the desk 4.9 ms each, those after 1,600 2.8.
    for (let round = -1; round <= rounds; round++) {
      const requests = (await prepare(variants.length * eachRound)).map(requestOf);
      // Also those of the product: what is taken back leaves rows behind that all should find.
      const recorded = await times(requests.length, (nth) => recorder.record(requests[nth]));
      sent = recorded[0].map(({ text }) => text.trim().split('\n')[0]);
      // Each is first, second and so on as often as the others.
      for (let turn = 0; turn < variants.length; turn++) {
        const at = (round + 1 + turn) % variants.length;
        const variant = variants[at];
        const part = [at * eachRound, (at + 1) * eachRound];
        const statements = recorded.slice(...part);
        await ask({
          load:
            variant === 'one'
              ? statements.map((all) =>
                  all.filter(({ text }) => text.includes('INSERT INTO applications.event')),
                )
              : statements,
        });
        const took = [];
        const before = await usage(bare);
        const value = await does[variant](requests.slice(...part), took);
        const after = await usage(bare);
        if (round < 1) continue;
        perSecond[variant].push(value);
        elapsed[variant].push(...took);
        for (const who of Object.keys(after))
          spent[variant][who] = (spent[variant][who] ?? 0) + after[who] - before[who];
      }
      await database.query('TRUNCATE applications.outbox');
    }
  } finally {
    bare.kill();
    await recorder.close();
  }
  const ratioTo = (variant) =>
    median(perSecond.whole.map((value, round) => value / perSecond[variant][round]));
  const count = rounds * eachRound;
  const processor = (variant) => processorTimes(spent[variant], count);
  return {
    name,
    unit: '/s',
    value: median(perSecond.whole),
    baseline: `node:http + pg, the same ${sent.length} statements`,
    baselineValue: median(perSecond.http),
    ratio: ratioTo('http'),
    goal: 0.65,
    ratioToOneStatement: ratioTo('one'),
    oneStatementPerSecond: median(perSecond.one),
    barePgPerSecond: median(perSecond.pg),
    sent,
    processorMilliseconds: processor('whole'),
    baselineProcessorMilliseconds: processor('http'),
    p99Milliseconds: percentile(elapsed.whole, 0.99),
    baselineP99Milliseconds: percentile(elapsed.http, 0.99),
  };
}
