import type { StateDefinition, StateValue, WorkflowDefinition } from '#lib/workflow';

interface Level {
  type?: 'parallel';
  states?: Record<string, StateDefinition>;
}

/**
 * Where somebody stands who is in each of these states at once, named by their paths (`review.police.asked`); undefined
 * where nobody can stand there.
 */
export function stateAt(workflow: WorkflowDefinition, paths: string[]): StateValue | undefined {
  return valueAt(
    workflow,
    [...new Set(paths)].map((path) => path.split('.')),
  );
}

function valueAt({ type, states = {} }: Level, paths: string[][]): StateValue | undefined {
  const names = [...new Set(paths.map(([name = '']) => name))];
  const expected = type === 'parallel' ? Object.keys(states).length : 1;
  if (names.length !== expected) return undefined;
  const inner = names.map((name): [string, StateValue | undefined] => {
    const state = Object.hasOwn(states, name) ? states[name] : undefined;
    const below = paths.filter(([first]) => first === name).map((path) => path.slice(1));
    if (!state) return [name, undefined];
    const isLeaf = Object.keys(state.states ?? {}).length === 0;
    if (isLeaf) return [name, below.every((path) => path.length === 0) ? {} : undefined];
    return [name, valueAt(state, below)];
  });
  if (inner.some(([, value]) => value === undefined)) return undefined;
  const [only] = inner;
  const alone = type !== 'parallel' && only && Object.keys(only[1] as object).length === 0;
  return alone && typeof only[1] === 'object' ? only[0] : (Object.fromEntries(inner) as StateValue);
}
