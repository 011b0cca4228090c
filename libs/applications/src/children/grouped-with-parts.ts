import type { ServiceDefinition } from '#lib/catalogue';
import type { Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

interface Titled {
  row: Application;
  definition: ServiceDefinition;
}

/** Applications without those that are parts of others; with each, the parts of it that wait for the citizen. */
export async function groupedWithParts<T extends Titled>(
  tx: Tx,
  all: T[],
): Promise<(T & { waitingParts: ServiceDefinition['title'][] })[]> {
  const rows: { id: string; parentId: string; part: string }[] = await tx.query(
    `SELECT application_id AS id, parent_id AS "parentId", part FROM applications.child
      WHERE application_id = ANY($1)`,
    [all.map(({ row }) => row.id)],
  );
  const waiting = new Set(all.filter(({ row }) => row.waitsFor === 'citizen').map(({ row }) => row.id));
  const isPart = new Set(rows.map(({ id }) => id));
  return all
    .filter(({ row }) => !isPart.has(row.id))
    .map((one) => ({
      ...one,
      waitingParts: rows
        .filter(({ id, parentId }) => parentId === one.row.id && waiting.has(id))
        .flatMap(({ part }) => one.definition.children?.find(({ id }) => id === part)?.title ?? []),
    }));
}
