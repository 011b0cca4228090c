import {
  stateOf,
  type StateDefinition,
  type StateValue,
  wayOn,
  type WorkflowDefinition,
} from '#lib/workflow';
import type { ApplicationEvent } from '../../application/read-events.js';

/** A step of an application on its way, as its applicant is shown it. */
export interface JourneyStep {
  label: StateDefinition['label'];
  when: 'done' | 'now' | 'next';
  /** When it came there; of what is still to come nothing. */
  since?: Date;
}

/**
 * Where an application has been, where it is and what usually comes: each state once, under the name it has. What it went
 * through again is told where it was last.
 */
export function journeyOf(
  workflow: WorkflowDefinition,
  current: StateValue,
  events: Pick<ApplicationEvent, 'to' | 'at'>[],
  feeIsDue: boolean,
): JourneyStep[] {
  const labelOf = (state: StateValue) => stateOf(workflow, state).label;
  const here = labelOf(current);
  const been = new Map<string, JourneyStep>();
  let last: string | undefined;
  for (const { to, at } of events) {
    const label = labelOf(to);
    if (label.vi !== last) {
      been.delete(label.vi);
      been.set(label.vi, { label, when: label.vi === here.vi ? 'now' : 'done', since: at });
    }
    last = label.vi;
  }
  const coming = new Map<string, JourneyStep>();
  for (const state of wayOn(workflow, current, feeIsDue)) {
    const label = labelOf(state);
    if (label.vi !== here.vi) coming.set(label.vi, { label, when: 'next' });
  }
  // What is to be gone through once more is still to come.
  return [...[...been.values()].filter(({ label }) => !coming.has(label.vi)), ...coming.values()];
}
