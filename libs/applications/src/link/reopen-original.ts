import { v5 } from 'uuid';
import { deadlineRuleOf, revisionById } from '#lib/catalogue';
import { officeHoursOf } from '#lib/organisations';
import { type Platform, transaction, type Tx } from '#lib/platform';
import { type StateValue, stateOf, waitsForOf } from '#lib/workflow';
import { startClock } from '../act/clock.js';
import { type CommonAct, recordAct } from '../act/record-act.js';
import { Application } from '../application/application.entity.js';
import { type ApplicationEvent, readEvents } from '../application/read-events.js';
import { deadlineWrite } from '../deadline/deadline-write.js';
import { deadlinesAfter } from '../deadline/deadlines-after.js';
import type { EffectHandler } from '../effect/effects.js';
import { standing } from '../tracking/decision-of.js';
import { holdUnsettled, settle } from './settle.js';

/**
 * A complaint was upheld. The application where it began goes back to where it stood before what was decided, with its
 * clock started anew, if that decision ended it; else its agency is told, and acts on the decision. Once a complaint.
 */
export const reopenOriginal: EffectHandler = (platform, { applicationId, sequence }) =>
  transaction(platform.database, async (tx) => {
    const held = await holdUnsettled(tx, applicationId);
    if (!held) return;
    const { complaint, link, original } = held;
    const events = await readEvents(tx, platform, original.id);
    const contested = events.find(({ sequence: one }) => one === link.act);
    const back = contested && stateToDecideIn(original, events, contested);
    const common = {
      applicationId: original.id,
      version: original.version,
      idempotencyKey: v5(`upheld/${sequence}`, applicationId),
      actor: { kind: 'system', id: null, name: '' },
      purpose: 'workflow',
      details: { number: complaint.number, linked: complaint.id },
    } as const;
    await recordAct(
      tx,
      platform,
      back === undefined
        ? { ...common, type: 'complaint-upheld' }
        : { ...common, type: 'decide-again', ...(await movedBack(tx, platform, original, back)) },
    );
    await settle(tx, platform, applicationId);
  });

/** Where the contested decision was made from, or prepared; undefined where the application did not end with it. */
function stateToDecideIn(
  { waitsFor }: Application,
  events: ApplicationEvent[],
  contested: ApplicationEvent,
): StateValue | undefined {
  const later = standing(events).filter(({ sequence }) => sequence > contested.sequence);
  const moved = later.some(({ actor, from, to }) => actor.kind !== 'system' && !same(from, to));
  if (waitsFor !== 'nobody' || moved) return undefined;
  const proposed = events.findLast(
    ({ type, sequence }) => type === 'propose' && sequence < contested.sequence,
  );
  const decided = 'evidence' in contested.details;
  return (decided && proposed ? proposed.from : contested.from) ?? undefined;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What going back to a state changes: where it stands, whom it waits for, and the clock, which counts the whole term anew. */
async function movedBack(
  tx: Tx,
  platform: Platform,
  original: Application,
  state: StateValue,
): Promise<Pick<CommonAct, 'moved' | 'change' | 'writes'>> {
  const { definition } = await revisionById(tx, original.revisionId);
  const { workflow } = definition;
  const now = platform.clock.now();
  const hours = await officeHoursOf(tx, original.agencyId, now);
  const clock = startClock(deadlineRuleOf(definition, original), now, hours);
  const { status } = stateOf(workflow, state);
  const from = original.state;
  return {
    moved: { state, status },
    change: { ...clock, waitsFor: waitsForOf(workflow, state) },
    writes: [
      deadlineWrite(
        deadlinesAfter({ workflow, from, to: state, before: null, clock, ended: false, now, hours }),
      ),
    ],
  };
}
