import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { preparedText, runPrepared } from './prepared.js';
import type { Tx } from './transaction.js';

/**
 * The row of an entity that has these values, none of them null, by a statement planned once a connection: for what
 * every act reads. TypeORM's builder takes longer to write such a statement than PostgreSQL to answer it.
 */
export async function findPrepared<Row extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Row>,
  where: { [Name in keyof Row & string]?: NonNullable<Row[Name]> },
): Promise<Row | undefined> {
  const { columns, tablePath } = tx.connection.getMetadata(entity);
  const conditions = Object.keys(where).map((name, index) => {
    const column = columns.find(({ propertyName }) => propertyName === name);
    if (!column) throw new Error(`${tablePath} has no ${name}`);
    return `row.${column.databaseName} = $${index + 1}`;
  });
  const text = `SELECT ${columnsSql(tx, entity, 'row')} FROM ${tablePath} AS row WHERE ${conditions.join(' AND ')}`;
  const [found] = await runPrepared<Row>(tx, preparedText(text), Object.values(where));
  return found;
}

/** The columns of an entity, each under the name of its property, as a statement of our own selects them. */
export function columnsSql<Row extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Row>,
  alias: string,
): string {
  return tx.connection
    .getMetadata(entity)
    .columns.map(({ databaseName, propertyName }) => `${alias}.${databaseName} AS "${propertyName}"`)
    .join(', ');
}
