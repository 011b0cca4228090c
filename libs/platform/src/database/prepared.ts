import type { Pool, QueryResultRow } from 'pg';
import { digest } from '../crypto/digest.js';
import type { Tx } from './transaction.js';

/** A statement by name: PostgreSQL plans it once a connection instead of each time. One name never means two texts. */
export interface PreparedStatement {
  name: string;
  text: string;
}

/** Runs a statement that is asked for so often that planning it would cost more than answering it. */
export async function runPrepared<Row extends QueryResultRow>(
  tx: Tx,
  { name, text }: PreparedStatement,
  values: unknown[],
): Promise<Row[]> {
  const asked = { name, text, values };
  // TypeORM's own way to a connection, which names no statements: that of the transaction, else any of the pool.
  const connection = ((await tx.queryRunner?.connect()) ?? poolOf(tx)) as Pick<Pool, 'query'>;
  return (await connection.query<Row>(asked)).rows;
}

/** As few as the shapes of statements: PostgreSQL keeps as many plans for each connection. */
const named = new Map<string, PreparedStatement>();

/** A statement that is put together from a few parts, named after its text. */
export function preparedText(text: string): PreparedStatement {
  const known = named.get(text);
  if (known) return known;
  const statement = { name: digest(text).toString('base64url'), text };
  named.set(text, statement);
  return statement;
}

function poolOf(tx: Tx): Pool {
  return (tx.connection.driver as unknown as { master: Pool }).master;
}
