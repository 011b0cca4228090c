import { revisionNumbered } from '#lib/catalogue';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import { MoreThan, Not } from 'typeorm';
import { Application } from '../application/application.entity.js';
import { checkMapping, type RevisionMapping } from './check-mapping.js';
import {
  destinationOf,
  type Migrated,
  migrateApplication,
  type MigrationPlan,
} from './migrate-application.js';

const batch = 200;

/** How many applications come to what, by where they stand and go, and which stay for what reason. */
export interface MigrationCounts {
  /** `received → checked`: how many. */
  moves: Map<string, number>;
  /** Numbers of applications that stay, by the reason. */
  stays: Map<string, string[]>;
}

/**
 * The two revisions of a mapping, and what is wrong with it. Refuses a revision that does not exist
 * (`procedure-not-found`, 404).
 */
export async function planMigration(tx: Tx, mapping: RevisionMapping) {
  const [from, to] = await Promise.all(
    [mapping.from, mapping.to].map((number) => revisionNumbered(tx, mapping.procedure, number)),
  );
  if (!from || !to) throw new Refusal('procedure-not-found', 404);
  const plan: MigrationPlan = { mapping, from, to };
  return { plan, findings: checkMapping(from.definition, to.definition, mapping) };
}

/** What a migration would do; nothing is changed. */
export function previewMigration(platform: Platform, plan: MigrationPlan): Promise<MigrationCounts> {
  return overOpen(platform, plan, async (application) => destinationOf(plan, application));
}

/**
 * Moves all open applications of a revision to another one, each in a statement of its own: killed on the way and run
 * again it goes on where it stood, and what somebody was acting on is left for the next run.
 */
export function carryOutMigration(platform: Platform, plan: MigrationPlan): Promise<MigrationCounts> {
  const { manager } = platform.database;
  return overOpen(platform, plan, (application) => migrateApplication(manager, platform, plan, application));
}

async function overOpen(
  { database }: Platform,
  { from }: MigrationPlan,
  each: (application: Application) => Promise<Migrated>,
): Promise<MigrationCounts> {
  const counts: MigrationCounts = { moves: new Map(), stays: new Map() };
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const some = await database.getRepository(Application).find({
      where: { revisionId: from.id, waitsFor: Not('nobody'), id: MoreThan(last) },
      order: { id: 'ASC' },
      take: batch,
    });
    for (const application of some) count(counts, application, await each(application));
    if (some.length < batch) return counts;
    last = some.at(-1)?.id ?? last;
  }
}

function count({ moves, stays }: MigrationCounts, { state, number }: Application, done: Migrated): void {
  if ('stays' in done) stays.set(done.stays, [...(stays.get(done.stays) ?? []), number]);
  else {
    const move = `${JSON.stringify(state)} → ${JSON.stringify(done.to)}`;
    moves.set(move, (moves.get(move) ?? 0) + 1);
  }
}
