import { v5 } from 'uuid';
import { dueFrom, vietnamCalendar } from '#lib/calendar';
import type { Revision } from '#lib/catalogue';
import { officeHoursOf } from '#lib/organisations';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import { allowedEvents, stateOf, type StateValue, waitsForOf } from '#lib/workflow';
import { recordAct } from '../act/record-act.js';
import type { StepWrite } from '../act/store-step.js';
import { answersWrite } from '../act/answers-write.js';
import { type FiledAnswers, readFiledAnswers } from '../application/answers.js';
import type { Application } from '../application/application.entity.js';
import { activeStates } from '../deadline/active-states.js';
import { type DeadlineRow, deadlineWrite } from '../deadline/deadline-write.js';
import type { RevisionMapping } from './check-mapping.js';
import { stateAt } from './mapped-state.js';

export interface MigrationPlan {
  mapping: RevisionMapping;
  from: Revision;
  to: Revision;
}

/** What comes of one application: where it would stand, or why it stays. */
export type Migrated = { to: StateValue } | { stays: 'supplement-open' | 'changed-meanwhile' };

/** Where an application goes by a mapping; one whose applicant is answering a request for supplements waits for that. */
export function destinationOf(
  { mapping, from, to }: MigrationPlan,
  { state }: Pick<Application, 'state'>,
): Migrated {
  const { workflow } = from.definition;
  const asked = allowedEvents(workflow, state, ['citizen', 'representative']);
  if (asked.some(({ event }) => event === 'answer-supplement')) return { stays: 'supplement-open' };
  const active = activeStates(workflow, state).map(({ path }) => path);
  const leaves = active.filter((path) => !active.some((other) => other.startsWith(`${path}.`)));
  const value = stateAt(
    to.definition.workflow,
    leaves.map((leaf) => mapping.states[leaf] ?? ''),
  );
  if (value === undefined) throw new Error('the mapping was not checked');
  return { to: value };
}

/**
 * Moves an open application to another revision, as an event of its history that the applicant is told. Its legal
 * deadline and those of steps stay what they were; answers go to their new fields. Again it changes nothing; one that
 * somebody acted on meanwhile is left for the next run.
 */
export async function migrateApplication(
  tx: Tx,
  platform: Platform,
  plan: MigrationPlan,
  application: Application,
): Promise<Migrated> {
  const done = destinationOf(plan, application);
  if ('stays' in done) return done;
  const { mapping, from, to } = plan;
  const { workflow } = to.definition;
  const { id, version } = application;
  const deadlines = deadlineWrite({
    set: await stepDeadlines(tx, platform, plan, application, done.to),
    keep: [{ kind: 'legal', path: '' }],
  });
  try {
    await recordAct(tx, platform, {
      applicationId: id,
      type: 'migrate-revision',
      version,
      idempotencyKey: v5(`migrate/${from.id}/${to.id}`, id),
      actor: { kind: 'system', id: null, name: '' },
      purpose: 'administration',
      details: { reason: mapping.reason.vi, words: mapping.reason, revisions: [from.number, to.number] },
      change: { revisionId: to.id, waitsFor: waitsForOf(workflow, done.to) },
      moved: { state: done.to, status: stateOf(workflow, done.to).status },
      writes: [deadlines, ...(await answersMoved(tx, platform, plan, application))],
    });
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return { stays: 'changed-meanwhile' };
    throw error;
  }
  return done;
}

/** A state that follows one with a deadline keeps its instant; one that had none begins its time now. */
async function stepDeadlines(
  tx: Tx,
  { clock }: Platform,
  { mapping, to }: MigrationPlan,
  { id, agencyId }: Application,
  value: StateValue,
): Promise<DeadlineRow[]> {
  const rows: { path: string; due_at: Date }[] = await tx.query(
    `SELECT path, due_at FROM applications.deadline WHERE application_id = $1 AND kind = 'step'`,
    [id],
  );
  const hours = await officeHoursOf(tx, agencyId, clock.now());
  return activeStates(to.definition.workflow, value).flatMap(
    ({ path, state: { deadline } }): DeadlineRow[] => {
      if (!deadline) return [];
      const kept = rows.find((row) => (mapping.states[row.path] ?? row.path) === path);
      const rule = { ...deadline.within, onSupplement: 'suspend' as const };
      const dueAt = kept?.due_at ?? dueFrom(rule, clock.now(), vietnamCalendar, hours).at;
      return [{ kind: 'step', path, dueAt, event: deadline.send }];
    },
  );
}

async function answersMoved(
  tx: Tx,
  platform: Platform,
  { mapping: { fields = {} } }: MigrationPlan,
  { id, version }: Application,
): Promise<StepWrite[]> {
  if (Object.keys(fields).length === 0) return [];
  const { answers, sources } = await readFiledAnswers(tx, platform, id);
  const moved: FiledAnswers = { answers: renamed(answers, fields), sources: renamed(sources, fields) };
  return [answersWrite(platform, id, version + 1, moved)];
}

function renamed<T>(record: Record<string, T>, fields: Record<string, string | null>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([id, value]) => {
      const target = Object.hasOwn(fields, id) ? fields[id] : id;
      return target === null || target === undefined ? [] : [[target, value]];
    }),
  );
}
