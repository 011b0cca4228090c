import type { StatePath } from './resolve-target.js';
import type { StateDefinition, StateValue, WorkflowDefinition } from './workflow-definition.js';

export interface ActiveState {
  path: StatePath;
  state: StateDefinition;
}

/**
 * For each innermost active state, in document order, that state followed by those around it. A value that does not
 * belong to the definition is a fault: it must never be taken for another state.
 */
export function activeStates(definition: WorkflowDefinition, value: StateValue): ActiveState[][] {
  return descend(definition, value, []);
}

interface Level {
  type?: 'parallel';
  states?: Record<string, StateDefinition>;
}

function descend(level: Level, value: StateValue, around: ActiveState[]): ActiveState[][] {
  const children = typeof value === 'string' ? { [value]: undefined } : value;
  const expected =
    level.type === 'parallel' ? Object.keys(level.states ?? {}) : Object.keys(children).slice(0, 1);
  if (expected.length === 0 || expected.length !== Object.keys(children).length) throw unknown(value);
  return expected.flatMap((name) => {
    const state = level.states && Object.hasOwn(level.states, name) ? level.states[name] : undefined;
    if (!state || !Object.hasOwn(children, name)) throw unknown(value);
    const here: ActiveState[] = [{ path: [...(around[0]?.path ?? []), name], state }, ...around];
    const inner = withinRegion(children[name]);
    const hasStates = state.states !== undefined && Object.keys(state.states).length > 0;
    if (hasStates !== (inner !== undefined)) throw unknown(value);
    return inner === undefined ? [here] : descend(state, inner, here);
  });
}

/** A region that has no states inside stands as `{}` beside the others. */
function withinRegion(inner: StateValue | undefined): StateValue | undefined {
  return typeof inner === 'object' && Object.keys(inner).length === 0 ? undefined : inner;
}

function unknown(value: StateValue): RangeError {
  return new RangeError(`the workflow has no state ${JSON.stringify(value)}`);
}
