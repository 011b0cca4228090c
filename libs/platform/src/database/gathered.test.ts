import type { DataSource } from 'typeorm';
import { newDatabase } from '../../../../test/new-database.js';
import { databaseFor } from './connect.js';
import { callsSql, runGathered, runGatheredText } from './gathered.js';
import type { Tx } from './transaction.js';

let database: DataSource;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await newDatabase();
  drop = made.drop;
  database = await databaseFor(made.url, {}).initialize();
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

/** As many rows for each call as it asks for, a tenth of what it asks for, and how many calls were answered together. */
const rows = {
  name: 'rows-asked-for',
  text: `SELECT nth::int, 10 / wanted AS share, together::int
    FROM unnest($1::int[]) WITH ORDINALITY AS each (wanted, nth), cardinality($1::int[]) AS together,
      generate_series(1, wanted - 1)`,
};
interface Answer {
  share: number;
  together: number;
}
const ask = (wanted: number, tx: Tx = database.manager) => runGathered<Answer>(tx, rows, [wanted]);

test('calls of the same moment are answered together, each with its own rows', async () => {
  const answers = await Promise.all([3, 1, 2].map((wanted) => ask(wanted)));
  expect(answers.map((each) => each.map(({ share }) => share))).toEqual([[3, 3], [], [5]]);
  expect(answers.flat().map(({ together }) => together)).toEqual([3, 3, 3]);
});

test('more calls than go into one statement are all answered', async () => {
  const answers = await Promise.all(Array.from({ length: 250 }, () => ask(2)));
  expect(answers.map(([row]) => row?.together).toSorted()).toEqual([
    ...Array.from({ length: 200 }, () => 100),
    ...Array.from({ length: 50 }, () => 50),
  ]);
});

test('calls that wait for another row are not held up', async () => {
  await database.query(`CREATE SEQUENCE tries; CREATE TABLE counter (name text PRIMARY KEY, last int);
    INSERT INTO counter VALUES (1, 0), (2, 0)`);
  const count = (name: string) =>
    runGatheredText<{ last: number }>(
      database.manager,
      `tried AS MATERIALIZED (SELECT name, nextval('tries') FROM asked), counted AS (
        UPDATE counter SET last = last + calls FROM (SELECT name, count(*) AS calls FROM tried GROUP BY name) AS each
         WHERE counter.name = each.name RETURNING counter.name, last
      ) SELECT nth::int, last FROM asked JOIN counted USING (name)`,
      { name: { type: 'text', value: name } },
      name,
    );
  const holds = database.createQueryRunner();
  await holds.startTransaction();
  await holds.query(`SELECT FROM counter WHERE name = '1' FOR UPDATE`);
  const waits = count('1');
  expect(await count('2')).toEqual([{ last: 1 }]);
  // Each was tried once: the second did not wait for the first and then try again by itself.
  const [{ tries }] = await database.query('SELECT last_value::int AS tries FROM tries');
  expect(tries).toBeLessThanOrEqual(2);
  const together = [count('1'), count('1')];
  await holds.commitTransaction();
  await holds.release();
  expect((await Promise.all([waits, ...together])).flat()).toEqual([{ last: 1 }, { last: 3 }, { last: 3 }]);
});

/** Refused whatever else is asked for: there is no such number. */
const poisoned = () => ask('two' as unknown as number);

test('a call that fails fails alone, and does not hold up the next', async () => {
  const outcomes = await Promise.allSettled([ask(2), poisoned(), ask(5)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await ask(2))[0]?.together).toBe(1);
});

test('in a transaction a call is by itself, and is undone with it', async () => {
  await database.query('CREATE TABLE kept (value int)');
  const keep = {
    name: 'keep',
    text: `WITH asked AS (SELECT * FROM unnest($1::int[]) WITH ORDINALITY AS each (value, nth)),
        kept AS (INSERT INTO kept SELECT value FROM asked)
      SELECT nth::int, cardinality($1::int[]) AS together FROM asked`,
  };
  const inTransaction = database.transaction(async (tx) => {
    expect(await runGathered(tx, keep, [1])).toEqual([{ together: 1 }]);
    throw new Error('on purpose');
  });
  await Promise.allSettled([inTransaction, runGathered(database.manager, keep, [2])]);
  expect(await database.query('SELECT value FROM kept')).toEqual([{ value: 2 }]);
});

test('what breaks off with its connection is not tried again, and the next call is answered', async () => {
  await database.query('CREATE SEQUENCE tried');
  const breakOff = {
    name: 'break-off',
    text: `SELECT nth::int, nextval('tried'), pg_terminate_backend(pg_backend_pid())
      FROM unnest($1::int[]) WITH ORDINALITY AS each (value, nth) LIMIT 1`,
  };
  const outcomes = await Promise.allSettled(
    [1, 2].map((value) => runGathered(database.manager, breakOff, [value])),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await database.query('SELECT last_value FROM tried')).toEqual([{ last_value: '1' }]);
  expect((await ask(2))[0]?.share).toBe(5);
});

test('a gathered statement is planned once a connection, though its arrays may be long', async () => {
  await database.query('CREATE TABLE thing AS SELECT nth AS id FROM generate_series(1, 2000) AS nth');
  await database.query('ALTER TABLE thing ADD PRIMARY KEY (id)');
  await database.query('ANALYZE thing');
  const found = {
    name: 'find-thing',
    text: `SELECT nth::int, thing.id FROM ${callsSql({ id: 'int' })} AS asked JOIN thing ON thing.id = asked.id`,
  };
  await database.transaction(async (tx) => {
    for (let nth = 1; nth <= 8; nth++) expect(await runGathered(tx, found, [nth])).toEqual([{ id: nth }]);
    const [plans] = await tx.query(
      "SELECT generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements WHERE name = 'find-thing'",
    );
    expect(plans).toEqual({ generic: 3, custom: 5 });
  });
});
