import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isDatabaseAway } from './postgres-error.js';
import { type PreparedStatement, preparedText, runPrepared } from './prepared.js';
import type { Tx } from './transaction.js';

interface Call {
  values: unknown[];
  done(rows: object[]): void;
  failed(error: unknown): void;
}

/** The values of a call by name, each with the SQL type it is sent as. A list is sent as jsonb. */
export type NamedValues = Record<string, { type: string; value: unknown }>;

/** The values of one call as a row, each a column of its name: what `callsSql` is to calls that go together. */
export function rowSql(values: NamedValues): string {
  const columns = Object.entries(values).map(
    ([name, { type }], index) => `$${index + 1}::${type} AS ${name}`,
  );
  return `(SELECT ${columns.join(', ')})`;
}

/**
 * The calls of a gathered statement as rows, with the columns named and their types, and `nth`. PostgreSQL reckons with ten
 * rows where it does not know an array yet; a plan for all arrays then seems dearer than one for an array of one, and it
 * plans anew each time. With a limit that it cannot know either it reckons with one.
 */
export function callsSql(columns: Record<string, string>): string {
  const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
  return `(SELECT * FROM unnest(${arrays.join(', ')})
    WITH ORDINALITY AS each (${Object.keys(columns).join(', ')}, nth) LIMIT cardinality($1))`;
}

/** By statement the calls that wait for those before them; none while nothing is under way. */
const waitingIn = new WeakMap<DataSource, Map<string, Call[]>>();

/** So that neither a statement nor its answer grows with a rush. */
const mostAtOnce = 100;

/**
 * Runs a statement together with the other calls of it that come at the same moment or while one is under way: under
 * load a round trip, an execution and a commit serve several requests, and without load nobody waits (decision 12). The
 * statement takes an array for each parameter, which holds the value of each call; each row says as `nth`, from 1 on,
 * which call it answers, and only that call gets it. Where calls fail together each is tried by itself, so that none
 * fails for another. In a transaction a call is always by itself. Of a statement that waits for a row, only calls go
 * together that wait for the same row, named by `among`: nobody is held up by what does not concern them.
 */
export function runGathered<Row extends object>(
  tx: Tx,
  statement: PreparedStatement,
  values: unknown[],
  among = '',
): Promise<Row[]> {
  return new Promise((done, failed) => {
    const call = { values, done, failed } as Call;
    if (tx.queryRunner) return void answer(tx, statement, [call]);
    const waiting = waitingIn.get(tx.connection) ?? new Map<string, Call[]>();
    waitingIn.set(tx.connection, waiting);
    const name = `${statement.name} ${among}`;
    const before = waiting.get(name);
    if (before) before.push(call);
    else {
      const calls = [call];
      waiting.set(name, calls);
      void answerAll(tx, statement, calls, () => waiting.delete(name));
    }
  });
}

/** The same for a statement put together from a few parts, which reads the calls as `asked`. */
export function runGatheredText<Row extends object>(
  tx: Tx,
  text: string,
  values: NamedValues,
  among: string,
): Promise<Row[]> {
  const types = Object.fromEntries(Object.entries(values).map(([name, { type }]) => [name, type]));
  const statement = preparedText(`WITH asked AS ${callsSql(types)}, ${text}`);
  const plain = Object.values(values).map(({ value }) => value);
  return runGathered(tx, statement, plain, among);
}

/** Answers calls until none wait; `over` at once then, so that the next call begins anew. */
async function answerAll(
  tx: Tx,
  statement: PreparedStatement,
  calls: Call[],
  over: () => void,
): Promise<void> {
  while (calls.length > 0) {
    // Whatever has arrived with the first is read by then.
    await setImmediate();
    await answer(tx, statement, calls.splice(0, mostAtOnce));
  }
  over();
}

async function answer(tx: Tx, statement: PreparedStatement, calls: Call[]): Promise<void> {
  const columns = (calls[0] as Call).values.map((_, column) => calls.map(({ values }) => values[column]));
  try {
    const rowsOf = calls.map((): object[] => []);
    for (const { nth, ...row } of await runPrepared<{ nth: number }>(tx, statement, columns))
      rowsOf[nth - 1]?.push(row);
    for (const [index, call] of calls.entries()) call.done(rowsOf[index] as object[]);
  } catch (error) {
    // What PostgreSQL refused has not happened; of what broke off with its connection nobody knows.
    if (calls.length > 1 && !isDatabaseAway(error))
      await Promise.all(calls.map((call) => answer(tx, statement, [call])));
    else for (const call of calls) call.failed(error);
  }
}
