import type { ServiceDefinition } from '#lib/catalogue';
import type { Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

interface Titled {
  row: Application;
  definition: ServiceDefinition;
}

/** A part as a list of applications names it: in the words of the whole. */
export interface ListedPart extends Titled {
  title: ServiceDefinition['title'];
}

/** Applications without those that are parts of others; with each, its parts in the order the definition names them. */
export async function groupedWithParts<T extends Titled>(
  tx: Tx,
  all: T[],
): Promise<(T & { parts: ListedPart[] })[]> {
  const rows: { id: string; parentId: string; part: string }[] = await tx.query(
    `SELECT application_id AS id, parent_id AS "parentId", part FROM applications.child
      WHERE application_id = ANY($1)`,
    [all.map(({ row }) => row.id)],
  );
  const isPart = new Set(rows.map(({ id }) => id));
  return all
    .filter(({ row }) => !isPart.has(row.id))
    .map((one) => ({
      ...one,
      parts: (one.definition.children ?? []).flatMap(({ id: part, title }) => {
        const ids = rows
          .filter((row) => row.parentId === one.row.id && row.part === part)
          .map(({ id }) => id);
        return all
          .filter(({ row }) => ids.includes(row.id))
          .map(({ row, definition }) => ({ row, definition, title }));
      }),
    }));
}
