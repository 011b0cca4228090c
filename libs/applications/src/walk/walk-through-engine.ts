import { type Finding, type ServiceDefinition, walkableServices, withAndWithoutFee } from '#lib/catalogue';
import { canonicalForm, Platform, Refusal, type Tx } from '#lib/platform';
import {
  everyTransition,
  guardNamed,
  readingsOf,
  type SituationStep,
  type Successor,
  successors,
  systemEvents,
  type WorkflowDefinition,
} from '#lib/workflow';
import type { DataSource } from 'typeorm';
import type { Application } from '../application/application.entity.js';
import { factReaders } from '../facts/facts.js';
import { broughtAbout } from './bring-about.js';
import { disagreements, rowOf } from './disagreements.js';
import { takeSuccessor } from './take-successor.js';
import { fileWalked, WalkClock, type WalkedApplication } from './walked-application.js';

export interface EngineWalk {
  /** Where the engine does not do what the definition says, each with the shortest way there that was walked. */
  findings: (Finding & { steps?: SituationStep[] })[];
  /** How many steps were taken. */
  steps: number;
  /** False where there were more than `mostSteps`. */
  complete: boolean;
}

export interface WalkEffort {
  /** How often the walk goes on from a situation that it comes to again: more make more of the paths. Default 1. */
  effort?: number;
  /** Default 1,000 for each unit of effort. */
  mostSteps?: number;
  /** Default: as long as it takes. */
  mostSeconds?: number;
}

/**
 * Walks every path of a workflow, up to a bound, through the real engine on a real database: acts of whoever may, with
 * answers made up; facts brought about by what really brings them about; deadlines that come. After each step history,
 * state, clock, deadlines and national status must agree, and each transition must be taken at least once. Nothing of it
 * stays: it is a transaction that never commits, on a connection that may write everywhere. The definition must have
 * passed `checkWorkflow`, or `checkDefinition` where it is a whole service.
 */
export async function walkThroughEngine(
  platform: Platform,
  definition: WorkflowDefinition | ServiceDefinition,
  { effort = 1, mostSteps = 1000 * effort, mostSeconds = Number.POSITIVE_INFINITY }: WalkEffort = {},
): Promise<EngineWalk> {
  const found = new Map<string, EngineWalk['findings'][number]>();
  const walk: Walk = {
    effort,
    mostSteps,
    mostSeconds,
    since: performance.now(),
    steps: 0,
    complete: true,
    found,
    taken: new Set(),
    gone: new Map(),
  };
  const services = 'form' in definition ? withAndWithoutFee(definition) : walkableServices(definition);
  for (const service of services) {
    walk.gone.clear();
    await walkOne(platform, service, walk);
  }
  const findings = [...found.values()];
  const all = walk.complete && findings.length === 0 ? notWalked(services[0], walk.taken) : [];
  return { findings: [...findings, ...all], steps: walk.steps, complete: walk.complete };
}

interface Walk extends Required<WalkEffort>, Omit<EngineWalk, 'findings'> {
  /** In milliseconds. */
  since: number;
  /** By what is wrong and where: one way that shows it is enough. */
  found: Map<string, EngineWalk['findings'][number]>;
  /** Places of the transitions that were taken. */
  taken: Set<string>;
  /** How often it was gone on from each situation. */
  gone: Map<string, number>;
}

class NothingStays extends Error {}

/** A walk files tomorrow: the row in which an agency's applications of today are numbered is left to them. */
const dayMilliseconds = 86_400_000;

async function walkOne(platform: Platform, service: ServiceDefinition, walk: Walk): Promise<void> {
  await platform.database
    .transaction(async (tx) => {
      const clock = new WalkClock(new Date(platform.clock.now().getTime() + dayMilliseconds));
      const inside = new Platform(platform.config, within(platform.database, tx), clock);
      const walked = await fileWalked(tx, inside, clock, service);
      for (const code of await disagreements(walked, undefined, undefined))
        note(walk, code, { event: 'file', path: 'initial' }, []);
      await goOn(walked, walk, []);
      throw new NothingStays();
    })
    .catch((error: unknown) => {
      if (!(error instanceof NothingStays)) throw error;
    });
}

/** What asks for a connection of its own gets the walk's transaction instead. */
function within(database: DataSource, tx: Tx): DataSource {
  return Object.create(database, {
    manager: { value: tx },
    query: { value: tx.query.bind(tx) },
    transaction: { value: tx.transaction.bind(tx) },
  }) as DataSource;
}

const minutesBetween = 90;

/** Everything that can happen next, each from where the application stands now, and on from there. */
async function goOn(walked: WalkedApplication, walk: Walk, way: SituationStep[]): Promise<void> {
  const row = await rowOf(walked);
  const key = `${row.clockStoppedAt === null}${canonicalForm(row.state)}${await factsHere(walked, row)}`;
  const times = walk.gone.get(key) ?? 0;
  if (times >= walk.effort || row.waitsFor === 'nobody') return;
  walk.gone.set(key, times + 1);
  const { tx, clock, workflow } = walked;
  const now = clock.now();
  for (const successor of successors(workflow, row.state)) {
    if (walk.steps >= walk.mostSteps || performance.now() - walk.since > walk.mostSeconds * 1000) {
      walk.complete = false;
      return;
    }
    const savepoint = `walk_${way.length}`;
    await tx.query(`SAVEPOINT ${savepoint}`);
    clock.set(new Date(now.getTime() + minutesBetween * 60_000));
    await takeAndCheck(walked, walk, way, successor);
    await tx.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);
  }
}

async function takeAndCheck(
  walked: WalkedApplication,
  walk: Walk,
  way: SituationStep[],
  successor: Successor,
): Promise<void> {
  const { event, taken } = successor;
  const { by, guard } = taken.sent[0];
  const further = [...way, { event: event.type, by, ...(guard && { guard }), state: taken.state }];
  const all = everyTransition(walked.workflow);
  const path = all.find(({ one }) => one === taken.sent[0])?.path ?? 'states';
  const at = { event: event.type, path };
  try {
    const before = await takeSuccessor(walked, successor, walk.steps);
    if (!before) return;
    walk.steps += 1;
    for (const each of all)
      if (taken.sent.includes(each.one) || taken.followed.includes(each.one)) walk.taken.add(each.path);
    const wrong = await disagreements(walked, before, taken);
    for (const code of wrong) note(walk, code, at, further);
    if (wrong.length === 0) await goOn(walked, walk, further);
  } catch (error) {
    const why = error instanceof Refusal ? error.code : String(error);
    note(walk, 'engine-refused', at, further, why);
  }
}

/** Notes what is wrong, with the shorter of two ways to the same. */
function note(
  { found }: Walk,
  code: string,
  { event, path }: { event: string; path: string },
  steps: SituationStep[],
  why = '',
): void {
  const key = `${code} ${path} ${why}`;
  const known = found.get(key)?.steps;
  if (!known || steps.length < known.length) found.set(key, { path, code, facts: { event, why }, steps });
}

/** What guards can read here: the same state with other facts is another situation. */
async function factsHere({ tx, platform, workflow }: WalkedApplication, row: Application): Promise<string> {
  const readings = new Set(
    systemEvents(workflow, row.state).flatMap(({ event }) => readingsOf(workflow, row.state, event)),
  );
  const facts = [];
  for (const reading of readings)
    if (reading !== 'act') facts.push(await factReaders[reading](tx, platform, row));
  return canonicalForm(facts);
}

/** Transitions that no walk took: what their guards wait for never comes about here. */
function notWalked(service: ServiceDefinition | undefined, taken: ReadonlySet<string>): Finding[] {
  const all = service ? everyTransition(service.workflow) : [];
  // Where it waits for what only other applications bring about, what comes after cannot be walked from one.
  if (all.some(({ one: { guard = '' } }) => !broughtAbout.has(guardNamed(guard)?.reads ?? 'act'))) return [];
  return all
    .filter(({ path }) => !taken.has(path))
    .map(({ path, event }) => ({ path, code: 'engine-never-taken', facts: { event } }));
}
