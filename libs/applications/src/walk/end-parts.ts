import { canonicalForm } from '#lib/platform';
import { revisionById } from '#lib/catalogue';
import {
  type GuardFacts,
  guardNamed,
  type Reading,
  type StateValue,
  type Successor,
  successors,
} from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import { readParts } from '../children/read-parts.js';
import { followUp } from '../outbox/follow-up.js';
import { rowOf } from './disagreements.js';
import type { WalkedApplication } from './walked-application.js';

type Outcome = 'grant' | 'refuse';

/** Lets a successor happen; undefined where it does not. */
export type Take = (
  walked: WalkedApplication,
  successor: Successor,
  turn: number,
) => Promise<Application | undefined>;

/**
 * Takes the parts of an application to their ends, each by its own workflow at its own agency: all granted, with those
 * that wait for their results, or the first that is open refused.
 */
export async function endParts(
  walked: WalkedApplication,
  wanted: GuardFacts['children'],
  take: Take,
): Promise<void> {
  const { tx, platform } = walked;
  const outcome = wanted?.refused ? 'refuse' : 'grant';
  for (let ended = true; ended; ) {
    const { parts } = await readParts(tx, platform, await rowOf(walked));
    const open = parts.find(({ state }) => state === 'open')?.application;
    ended = open !== undefined && (await endPart(walked, open, outcome, take)) && outcome === 'grant';
  }
}

/** False where its workflow has no way there. */
async function endPart(
  walked: WalkedApplication,
  part: Application,
  outcome: Outcome,
  take: Take,
): Promise<boolean> {
  const { tx, platform } = walked;
  const { definition } = await revisionById(tx, part.revisionId);
  const one: WalkedApplication = { ...walked, id: part.id, workflow: definition.workflow };
  for (const { event, taken } of wayToEnd(one, part.state, outcome)) {
    const facts = { outcome, ...event.facts };
    if (!(await take(one, { event: { ...event, facts }, taken }, 0))) return false;
  }
  await followUp(platform, { applicationId: part.id, sequence: 0, type: 'ended' });
  return (await rowOf(one)).waitsFor === 'nobody';
}

/** A shortest way to an end that a part can take by itself; granted is only what somebody signs. */
function wayToEnd({ workflow }: WalkedApplication, from: StateValue, outcome: Outcome): Successor[] {
  const ways: { state: StateValue; way: Successor[] }[] = [{ state: from, way: [] }];
  const seen = new Set<string>();
  for (const { state, way } of ways)
    for (const successor of successors(workflow, state).filter((next) => isOwn(next, outcome))) {
      const further = [...way, successor];
      const signed = further.some(({ taken }) => taken.sent.some(({ needs }) => needs?.includes('passkey')));
      const { final, state: next } = successor.taken;
      if (final && (signed || outcome === 'refuse')) return further;
      const key = `${signed}${canonicalForm(next)}`;
      if (final || seen.has(key)) continue;
      seen.add(key);
      ways.push({ state: next, way: further });
    }
  return [];
}

const ofOthers: ReadonlySet<Reading> = new Set(['children', 'whole']);

function isOwn({ event, taken }: Successor, outcome: Outcome): boolean {
  const says = event.facts?.outcome ?? outcome;
  return (
    says === outcome && taken.sent.every(({ guard = '' }) => !ofOthers.has(guardNamed(guard)?.reads ?? 'act'))
  );
}
