// Submissions and transitions over HTTP through the whole stack, against their one statement from bare pg and from
// bare node:http + pg: all three in turn, round by round, on the same database.
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { assertion, newCitizen } from './citizen.mjs';
import { many } from './connection.mjs';
import {
  beginFiling,
  newDraft,
  newFiled,
  openPlatform,
  revisionOf,
  statementOfFiling,
  statementOfStep,
} from './country.mjs';
import { median, percentile, processorTimes } from './figures.mjs';
import { startProduct, uuid } from './product.mjs';

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
  const officerId = uuid();
  await database.query(
    `INSERT INTO organisations.officer (id, staff_number, full_name) VALUES ($1, 'BENCH', 'Bench')`,
    [officerId],
  );
  for (const role of ['intake', 'case'])
    await database.query(
      `INSERT INTO organisations.officer_role (id, officer_id, role, agency_id, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, '2020-01-01')`,
      [officerId, role, agency.id],
    );
  const cookie = await newSession(database, 'desk', officerId);
  return { product, platform, revision, agency, citizens, officer: { id: officerId, cookie } };
}

async function newSession(database, audience, ownerId) {
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `INSERT INTO identity.session (id, token_hash, audience, owner_id, created_at, authenticated_by, authenticated_at,
        last_seen_at, expires_at, user_agent, network)
     VALUES ($1, $2, $3, $4, now(), 'passkey', now(), now(), now() + interval '8 hours', 'bench', '127.0.0.0/24')`,
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
    role: 'dvc_portal',
    prepare,
    statementOf: (draft) => statementOfFiling(platform, revision, draft),
    async perform(connection, { id, signed, citizen }) {
      const answer = await connection.post(`/drafts/${id}/signing`, { assertion: signed }, [citizen.cookie]);
      if (answer.location !== `/applications/${id}/receipt`)
        throw new Error(`Filing answered ${answer.status} ${answer.location}`);
    },
  };
}

/** The officer accepts what was filed. */
export function transitions({ product, platform, revision, agency, citizens, officer }) {
  return {
    address: product.desk,
    role: 'dvc_desk',
    prepare: (count) =>
      times(count, async (index) => {
        const { personId } = citizens[index % citizens.length];
        return { id: await newFiled(platform, { revision, agency, personId }), key: uuid() };
      }),
    statementOf: ({ id, key }) => statementOfStep(platform, { id, key, officerId: officer.id }),
    async perform(connection, { id, key }) {
      const answer = await connection.post(`/applications/${id}/acts/accept`, { version: '1', key }, [
        officer.cookie,
      ]);
      if (answer.location !== `/applications/${id}?done=2`)
        throw new Error(`Accepting answered ${answer.status} ${answer.location}`);
    },
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

async function measure(
  name,
  { database, databaseUrl, usage },
  { address, role, prepare, statementOf, perform },
) {
  const bare = fork(join(import.meta.dirname, 'bare-server.mjs'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, ROLE: role },
    serialization: 'advanced',
  });
  const [{ port }] = await once(bare, 'message');
  const ask = async (message) => {
    bare.send(message);
    return (await once(bare, 'message'))[0];
  };
  const perSecond = { whole: [], http: [], pg: [] };
  const elapsed = { whole: [], http: [], pg: [] };
  const spent = { whole: {}, http: {}, pg: {} };
  const counted = async (variant, work) => {
    const before = await usage(bare);
    const value = await work();
    const after = await usage(bare);
    return () => {
      perSecond[variant].push(value);
      for (const part of Object.keys(after))
        spent[variant][part] = (spent[variant][part] ?? 0) + after[part] - before[part];
    };
  };
  try {
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      const prepared = await prepare(3 * eachRound);
      const forWhole = prepared.splice(0, eachRound);
      const statements = await times(prepared.length, (nth) => statementOf(prepared[nth]));
      const took = { whole: [], http: [], pg: [] };
      const variants = [
        () =>
          counted('whole', () =>
            many(address, eachRound, took.whole, (connection, nth) => perform(connection, forWhole[nth])),
          ),
        async () => {
          await ask({ load: statements.slice(0, eachRound) });
          return counted('http', () =>
            many(`http://localhost:${port}`, eachRound, took.http, async (connection, nth) => {
              const answer = await connection.post(`/${nth}`, {});
              if (answer.status !== 303) throw new Error('The bare server failed');
            }),
          );
        },
        async () => {
          await ask({ load: statements.slice(eachRound) });
          return counted('pg', async () => {
            const answer = await ask({ alone: eachRound });
            took.pg.push(...answer.times);
            return answer.perSecond;
          });
        },
      ];
      // Each is first, second and third as often as the others.
      const done = [];
      for (let turn = 0; turn < 3; turn++) done.push(await variants[(round + turn) % 3]());
      if (round === 0) continue;
      for (const note of done) note();
      for (const variant of Object.keys(elapsed)) elapsed[variant].push(...took[variant]);
      await database.query('TRUNCATE applications.outbox');
    }
  } finally {
    bare.kill();
  }
  const ratios = perSecond.whole.map((value, round) => value / perSecond.http[round]);
  const count = rounds * eachRound;
  return {
    name,
    unit: '/s',
    value: median(perSecond.whole),
    baseline: 'node:http + pg, the statement alone',
    baselineValue: median(perSecond.http),
    ratio: median(ratios),
    barePgPerSecond: median(perSecond.pg),
    goal: 0.65,
    processorMilliseconds: processorTimes(spent.whole, count),
    baselineProcessorMilliseconds: processorTimes(spent.http, count),
    p99Milliseconds: percentile(elapsed.whole, 0.99),
    baselineP99Milliseconds: percentile(elapsed.http, 0.99),
  };
}
