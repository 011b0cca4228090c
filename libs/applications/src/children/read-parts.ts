import { In } from 'typeorm';
import { type ChildDefinition, revisionById } from '#lib/catalogue';
import { holds } from '#lib/forms';
import type { Platform, Tx } from '#lib/platform';
import { eventsWith } from '#lib/workflow';
import { readAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { decisionOf } from '../tracking/decision-of.js';
import { type Child, childrenOf } from './child.js';

/**
 * `expected`: once the whole is accepted; `not-opened`: and will not be, as things stand; `due`: to be opened now; `waiting`: for the results of others;
 * `undone`: granted, and its agency was asked to undo it.
 */
export type PartState =
  | 'expected'
  | 'not-opened'
  | 'due'
  | 'waiting'
  | 'open'
  | 'granted'
  | 'refused'
  | 'undone';

/** A part of an application: what its definition says of it, and the last application opened for it. */
export interface Part {
  definition: ChildDefinition;
  state: PartState;
  child?: Child;
  application?: Application;
  /** What was opened to undo its result. */
  undoing?: Application;
}

export interface Parts {
  /** Sequence of the last event that opened parts; 0 before the first. */
  round: number;
  parts: Part[];
}

/** The parts of an application as they stand now; none where its definition has none. */
export async function readParts(tx: Tx, platform: Platform, parent: Application): Promise<Parts> {
  const { definition } = await revisionById(tx, parent.revisionId);
  if (!definition.children) return { round: 0, parts: [] };
  const { opened, stopped } = await rounds(tx, parent.id, definition.workflow);
  const answers = await readAnswers(tx, platform, parent.id);
  const children = await childrenOf(tx, parent.id);
  const applications = await tx.getRepository(Application).findBy({ id: In(children.map(({ id }) => id)) });
  const early = opened === 0 && parent.waitsFor !== 'nobody';
  const parts: Part[] = [];
  for (const part of definition.children.filter(({ when }) => !when || holds(when, answers))) {
    const child = children.findLast(({ part: id, undoes }) => id === part.id && undoes === null);
    const undo = child && children.find(({ undoes }) => undoes === child.id);
    const application = applications.find(({ id }) => id === child?.id);
    const undoing = applications.find(({ id }) => id === undo?.id);
    const was = application && (undoing ? 'undone' : await outcomeOf(tx, platform, application));
    const again = opened > stopped && (child?.sequence ?? 0) < opened;
    const state = (again && (was === 'refused' || was === 'undone')) || !was ? undefined : was;
    parts.push({
      definition: part,
      state: state ?? (again ? 'waiting' : early ? 'expected' : 'not-opened'),
      ...(child && { child }),
      ...(application && { application }),
      ...(undoing && { undoing }),
    });
  }
  const granted = parts.filter(({ state }) => state === 'granted').map((one) => one.definition.id);
  for (const part of parts)
    if (part.state === 'waiting' && (part.definition.after ?? []).every((id) => granted.includes(id)))
      part.state = 'due';
  return { round: opened, parts };
}

/** When parts were opened and stopped last; 0 for never. */
async function rounds(tx: Tx, parentId: string, workflow: Parameters<typeof eventsWith>[0]) {
  const [row]: { opened: number; stopped: number }[] = await tx.query(
    `SELECT coalesce(max(sequence) FILTER (WHERE type = ANY($2)), 0)::int AS opened,
            coalesce(max(sequence) FILTER (WHERE type = ANY($3)), 0)::int AS stopped
       FROM applications.event WHERE application_id = $1`,
    [parentId, eventsWith(workflow, 'open-children'), eventsWith(workflow, 'stop-children')],
  );
  return row ?? { opened: 0, stopped: 0 };
}

/** One that ended without a decision, not accepted or stopped, counts as refused. */
async function outcomeOf(tx: Tx, platform: Platform, { id, waitsFor }: Application) {
  if (waitsFor !== 'nobody') return 'open';
  return decisionOf(await readEvents(tx, platform, id))?.outcome === 'grant' ? 'granted' : 'refused';
}
