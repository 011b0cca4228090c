import { initialState } from './initial-state.js';
import { successors } from './successors.js';
import type {
  StateValue,
  TransitionDefinition,
  WorkflowDefinition,
  WorkflowEvent,
} from './workflow-definition.js';

export interface Walk {
  steps: { event: WorkflowEvent; transition: TransitionDefinition; state: StateValue }[];
  /** At a final state, back where it had been, where nothing can happen, or at `maxSteps`. */
  ends: 'final' | 'repeat' | 'stuck' | 'cut';
}

/**
 * Every way through a workflow that comes to no situation twice, from the initial state until it ends; the step back to
 * a situation already passed is part of the walk, so that each transition is walked at least once. `complete` is false
 * when there were more than `maxWalks`, or a walk was cut.
 */
export function walkWorkflow(
  definition: WorkflowDefinition,
  { maxSteps = 40, maxWalks = 5_000 }: { maxSteps?: number; maxWalks?: number } = {},
): { walks: Walk[]; complete: boolean } {
  const walks: Walk[] = [];
  let complete = true;

  function walk(state: StateValue, steps: Walk['steps'], passed: ReadonlySet<string>): void {
    const following = successors(definition, state);
    if (following.length === 0) return end(steps, 'stuck');
    for (const { event, taken } of following) {
      const key = JSON.stringify(taken.state);
      const further = [...steps, { event, transition: taken.sent[0], state: taken.state }];
      if (taken.final) end(further, 'final');
      else if (passed.has(key)) end(further, 'repeat');
      else if (further.length >= maxSteps) end(further, 'cut');
      else if (walks.length < maxWalks) walk(taken.state, further, new Set([...passed, key]));
      else complete = false;
    }
  }

  function end(steps: Walk['steps'], ends: Walk['ends']): void {
    if (walks.length < maxWalks) walks.push({ steps, ends });
    else complete = false;
    if (ends === 'cut') complete = false;
  }

  const start = initialState(definition);
  walk(start, [], new Set([JSON.stringify(start)]));
  return { walks, complete };
}
