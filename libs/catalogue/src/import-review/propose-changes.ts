import { setImmediate } from 'node:timers/promises';
import { type DataSource, In } from 'typeorm';
import { canonicalForm, digest, newId, Refusal, type Tx } from '#lib/platform';
import { countOutcome, emptyReport, type ImportReport } from '../import/import-report.js';
import { readExport } from '../import/read-export.js';
import { Procedure } from '../procedure/procedure.entity.js';
import { type ComparedRow, partsChanged } from './parts-changed.js';
import { RowChange } from './row-change.entity.js';

/** So many rows take tens of milliseconds; then others in the same process have their turn. */
const batch = 20;
/** Ten times the national catalogue. */
const mostLines = 60_000;

export interface Proposed {
  report: ImportReport;
  /** Rows of procedures nobody knows, of changed ones, of those that stand as they are, and of dismissed changes. */
  counts: Record<'added' | 'changed' | 'unchanged' | 'dismissed', number>;
  /** Procedures of the national catalogue here that the export does not name. */
  absent: number;
}

/**
 * Reads an export (a file's name, or its bytes) and keeps what differs from what stands, to be accepted or dismissed row
 * by row; nothing that citizens see changes. What was dismissed before is not proposed again. All of it, or nothing.
 * Refuses an export that is longer than any can be (`too-large`, 413).
 */
export function proposeChanges(
  database: DataSource,
  source: string | AsyncIterable<Uint8Array>,
  now: Date,
): Promise<Proposed> {
  return database.transaction(async (tx) => {
    const report = emptyReport();
    const counts = { added: 0, changed: 0, unchanged: 0, dismissed: 0 };
    const codes: string[] = [];
    let rows: ComparedRow[] = [];
    const flush = async () => {
      for (const outcome of await proposeRows(tx, rows, now)) counts[outcome] += 1;
      rows = [];
    };
    for await (const outcome of readExport(source)) {
      countOutcome(report, outcome);
      if (report.rows > mostLines) throw new Refusal('too-large', 413);
      if (!('facts' in outcome)) continue;
      codes.push(outcome.facts.code);
      rows.push(outcome);
      if (rows.length < batch) continue;
      await flush();
      await setImmediate();
    }
    await flush();
    const [{ absent }] = await tx.query(
      `SELECT count(*)::int AS absent FROM catalogue.procedure WHERE facts ? 'source' AND code <> ALL ($1)`,
      [codes],
    );
    return { report, counts, absent };
  });
}

async function proposeRows(tx: Tx, rows: ComparedRow[], now: Date): Promise<(keyof Proposed['counts'])[]> {
  const codes = rows.map(({ facts }) => facts.code);
  const standing = await tx.getRepository(Procedure).findBy({ code: In(codes) });
  const decided = await tx.getRepository(RowChange).findBy({ code: In(codes), outcome: 'dismissed' });
  const dismissed = new Set(decided.map((each) => each.digest));
  await tx.query(
    `UPDATE catalogue.row_change SET outcome = 'superseded', decided_at = $2
      WHERE outcome IS NULL AND code = ANY ($1)`,
    [codes, now],
  );
  const changes: RowChange[] = [];
  const outcomes = rows.map((row) => {
    const known = standing.find(({ code }) => code === row.facts.code);
    const change = changeOf(row, known, now);
    if (known && change.parts.length === 0) return 'unchanged';
    if (dismissed.has(change.digest)) return 'dismissed';
    changes.push(change);
    return known ? 'changed' : 'added';
  });
  await tx.getRepository(RowChange).insert(changes);
  return outcomes;
}

function changeOf({ facts, flags }: ComparedRow, known: Procedure | undefined, now: Date): RowChange {
  const { code, title, ministry } = facts;
  return {
    id: newId(),
    code,
    title,
    ministry,
    parts: known ? partsChanged(standingRow(known), { facts: asShown(facts, known), flags }) : [],
    facts,
    flags,
    digest: digest(canonicalForm({ facts, flags })).toString('hex'),
    proposedAt: now,
    outcome: null,
    decidedBy: null,
    decidedAt: null,
  };
}

/** A procedure's row as an export would have it. */
export function standingRow({ facts, prose, flags }: Procedure): ComparedRow {
  return { facts: { ...facts, ...(prose && { prose }) }, flags };
}

/** The title that designers published goes before that of the national catalogue. */
function asShown(facts: RowChange['facts'], { revisionId, title }: Procedure): RowChange['facts'] {
  return revisionId ? { ...facts, title } : facts;
}
