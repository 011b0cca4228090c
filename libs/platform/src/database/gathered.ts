import { setImmediate } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isDatabaseAway } from './postgres-error.js';
import { type PreparedStatement, runPrepared } from './prepared.js';
import type { Tx } from './transaction.js';

interface Call {
  values: unknown[];
  done(rows: object[]): void;
  failed(error: unknown): void;
}

/** Calls of one statement that wait for those before them. */
interface Waiting {
  calls: Call[];
  underWay: boolean;
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

const waitingIn = new WeakMap<DataSource, Map<string, Waiting>>();

/** So that neither a statement nor its answer grows with a rush. */
const mostAtOnce = 100;

/**
 * Runs a statement together with the other calls of it that come at the same moment or while one is under way: under
 * load a round trip, an execution and a commit serve several requests, and without load nobody waits (decision 12). The
 * statement takes an array for each parameter, which holds the value of each call; each row says as `nth`, from 1 on,
 * which call it answers, and only that call gets it. Where calls fail together each is tried by itself, so that none
 * fails for another. In a transaction a call is always by itself.
 */
export function runGathered<Row extends object>(
  tx: Tx,
  statement: PreparedStatement,
  values: unknown[],
): Promise<Row[]> {
  return new Promise((done, failed) => {
    const call = { values, done, failed } as Call;
    if (tx.queryRunner) return void answer(tx, statement, [call]);
    const waiting = waitingFor(tx.connection, statement.name);
    waiting.calls.push(call);
    if (!waiting.underWay) void answerAll(tx, statement, waiting);
  });
}

function waitingFor(database: DataSource, name: string): Waiting {
  const byName = waitingIn.get(database) ?? new Map<string, Waiting>();
  waitingIn.set(database, byName);
  const waiting = byName.get(name) ?? { calls: [], underWay: false };
  byName.set(name, waiting);
  return waiting;
}

async function answerAll(tx: Tx, statement: PreparedStatement, waiting: Waiting): Promise<void> {
  waiting.underWay = true;
  while (waiting.calls.length > 0) {
    // Whatever has arrived with the first is read by then.
    await setImmediate();
    await answer(tx, statement, waiting.calls.splice(0, mostAtOnce));
  }
  waiting.underWay = false;
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
