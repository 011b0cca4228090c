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

/** The same for a statement that is put together from a few parts: named after its text. */
export function runPreparedText<Row extends QueryResultRow>(
  tx: Tx,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return runPrepared(tx, { name: nameOf(text), text }, values);
}

/** As few as the shapes of statements: PostgreSQL keeps as many plans for each connection. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = digest(text).toString('base64url');
  names.set(text, name);
  return name;
}

function poolOf(tx: Tx): Pool {
  return (tx.connection.driver as unknown as { master: Pool }).master;
}
