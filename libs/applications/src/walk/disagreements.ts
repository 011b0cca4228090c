import { officeHoursOf } from '#lib/organisations';
import { canonicalForm } from '#lib/platform';
import {
  clockEffectOf,
  runsAfter,
  stateOf,
  type StateValue,
  type Successor,
  waitsForOf,
} from '#lib/workflow';
import { deadlineRuleOf, revisionById } from '#lib/catalogue';
import { dueOf } from '../act/clock.js';
import { Application } from '../application/application.entity.js';
import { chainHolds, readEvents } from '../application/read-events.js';
import { activeStates } from '../deadline/active-states.js';
import type { WalkedApplication } from './walked-application.js';

/** What may not agree after a step; each has its words among those of findings. */
export type Disagreement =
  | 'engine-history'
  | 'engine-state'
  | 'engine-status'
  | 'engine-waits'
  | 'engine-clock'
  | 'engine-deadlines';

type Taken = Successor['taken'];

/**
 * Where what is stored after a step does not agree: the chain of events, the state the definition leads to, national
 * status, who is waited for, the legal clock, and what the clock is to do next. `taken` is what should have happened
 * since `before`; undefined right after filing.
 */
export async function disagreements(
  walked: WalkedApplication,
  before: Application | undefined,
  taken: Taken | undefined,
): Promise<Disagreement[]> {
  const { tx, platform, workflow, id } = walked;
  const row = await rowOf(walked);
  const events = await readEvents(tx, platform, id);
  const last = events.at(-1);
  const final = taken?.final ?? false;
  const ran = before ? before.clockStoppedAt === null : true;
  const running = taken ? runsAfter(clockEffectOf(taken), ran) : ran;
  const holds: Record<Disagreement, boolean> = {
    'engine-history':
      chainHolds(events) &&
      events.length === row.version &&
      events.every((event, index) => event.sequence === index + 1 && follows(event, events[index - 1])) &&
      last !== undefined &&
      row.headHash.equals(last.hash),
    'engine-state': same(row.state, taken?.state ?? row.state) && same(last?.to ?? null, row.state),
    'engine-status': row.status === stateOf(workflow, row.state).status && row.status === last?.status,
    'engine-waits': row.waitsFor === (final ? 'nobody' : waitsForOf(workflow, row.state)),
    'engine-clock': (row.clockStoppedAt === null) === running && (await isReckoned(walked, row)),
    'engine-deadlines': same(await storedDeadlines(walked), deadlinesOf(walked, row, final)),
  };
  return (Object.keys(holds) as Disagreement[]).filter((code) => !holds[code]);
}

export function rowOf({ tx, id }: WalkedApplication): Promise<Application> {
  return tx.getRepository(Application).findOneByOrFail({ id });
}

function follows(event: { from: StateValue | null }, previous: { to: StateValue } | undefined): boolean {
  return previous ? same(event.from, previous.to) : event.from === null;
}

/** Whether the deadline is the one that follows from the clock. */
async function isReckoned({ tx }: WalkedApplication, row: Application): Promise<boolean> {
  const { definition } = await revisionById(tx, row.revisionId);
  const rule = deadlineRuleOf(definition, row);
  if (!rule || !row.dueAt) return !rule && !row.dueAt;
  const hours = await officeHoursOf(tx, row.agencyId, row.clockStartedAt);
  return dueOf(row, rule, hours).at.getTime() === row.dueAt.getTime();
}

async function storedDeadlines({ tx, id }: WalkedApplication): Promise<string[]> {
  const rows: { kind: string; path: string; event: string }[] = await tx.query(
    'SELECT kind, path, event FROM applications.deadline WHERE application_id = $1',
    [id],
  );
  return rows.map(({ kind, path, event }) => (kind === 'legal' ? 'legal' : `${path}/${event}`)).toSorted();
}

/** What the clock has to do: of the law while it runs, and of each active state that has a deadline. */
function deadlinesOf({ workflow }: WalkedApplication, row: Application, final: boolean): string[] {
  if (final) return [];
  const steps = activeStates(workflow, row.state).flatMap(({ path, state: { deadline } }) =>
    deadline ? [`${path}/${deadline.send}`] : [],
  );
  return [...(row.dueAt && !row.clockStoppedAt ? ['legal'] : []), ...steps].toSorted();
}

const same = (one: unknown, other: unknown) => canonicalForm(one) === canonicalForm(other);
