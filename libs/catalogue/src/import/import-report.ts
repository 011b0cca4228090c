import {
  type FlagCode,
  flagMeanings,
  type ImportedRow,
  type Rejection,
  type RejectionReason,
  rejectionMeanings,
} from './procedure-facts.js';

/** What an import did, for the person who ran it. */
export interface ImportReport {
  rows: number;
  imported: number;
  rejected: Rejection[];
  /** How often each flag was raised, and in how many procedures. */
  flags: Partial<Record<FlagCode, { raised: number; procedures: number }>>;
  /** Procedures by ministry slug. */
  ministries: Record<string, number>;
  /** How much was read: procedures with at least one. */
  read: Record<(typeof measured)[number], number>;
}

const measured = [
  'channels',
  'online',
  'deadline',
  'fee or free',
  'papers',
  'results',
  'legal grounds',
] as const;

export function emptyReport(): ImportReport {
  const read = Object.fromEntries(measured.map((name) => [name, 0])) as ImportReport['read'];
  return { rows: 0, imported: 0, rejected: [], flags: {}, ministries: {}, read };
}

/** Counts one outcome into the report. */
export function countOutcome(report: ImportReport, outcome: ImportedRow | Rejection): void {
  report.rows++;
  if ('reason' in outcome) {
    report.rejected.push(outcome);
    return;
  }
  const { facts, flags } = outcome;
  report.imported++;
  report.ministries[facts.ministry] = (report.ministries[facts.ministry] ?? 0) + 1;
  const channels = facts.channels;
  if (channels.length > 0) report.read.channels++;
  if (channels.some((channel) => channel.kind === 'online')) report.read.online++;
  if (channels.some((channel) => channel.deadlines.length > 0)) report.read.deadline++;
  if (channels.some((channel) => channel.free || channel.fees.some(isRead))) report.read['fee or free']++;
  if (facts.papers.length > 0) report.read.papers++;
  if (facts.results.length > 0) report.read.results++;
  if (facts.legalGrounds.length > 0) report.read['legal grounds']++;

  for (const { code } of flags) (report.flags[code] ??= { raised: 0, procedures: 0 }).raised++;
  for (const code of new Set(flags.map((flag) => flag.code))) {
    const count = report.flags[code];
    if (count) count.procedures++;
  }
}

function isRead(fee: { amountDong?: number; amountUsd?: number }): boolean {
  return fee.amountDong !== undefined || fee.amountUsd !== undefined;
}

/** The report as a text table. At most 50 rejected lines are named. */
export function printReport(report: ImportReport): string {
  const flags = Object.entries(report.flags) as [FlagCode, { raised: number; procedures: number }][];
  const reasons = new Map<RejectionReason, number>();
  for (const { reason } of report.rejected) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [
    table('Import', [
      ['lines', report.rows],
      ['imported', report.imported],
      ['rejected', report.rejected.length],
    ]),
    table('Read, in procedures', Object.entries(report.read)),
    table('By ministry', sorted(Object.entries(report.ministries))),
    table(
      'Flags: procedures, times',
      flags
        .toSorted(([, a], [, b]) => b.procedures - a.procedures)
        .map(([code, { procedures, raised }]) => [
          code,
          procedures,
          String(raised).padStart(6),
          flagMeanings[code],
        ]),
    ),
    table(
      'Rejected',
      sorted([...reasons]).map(([reason, count]) => [
        reason,
        count,
        rejectionMeanings[reason as RejectionReason],
      ]),
    ),
    table(
      'Rejected lines',
      report.rejected.slice(0, 50).map(({ line, code, reason }) => [reason, line, code ?? '']),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function sorted<K extends string>(entries: [K, number][]): [K, number][] {
  return entries.toSorted(([, a], [, b]) => b - a);
}

function table(title: string, rows: [string, number, ...string[]][]): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, count, ...more]) =>
    `  ${name.padEnd(width)} ${String(count).padStart(6)} ${more.join('  ')}`.trimEnd(),
  );
  return [title, ...lines].join('\n');
}
