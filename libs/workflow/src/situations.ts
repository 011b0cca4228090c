import { type ActiveState, activeStates } from './active-states.js';
import { clockEffectOf, runsAfter } from './clock-effect.js';
import { initialState } from './initial-state.js';
import { canBeSent, everyTaking, type Successor } from './successors.js';
import type { Actor, StateValue, WorkflowDefinition } from './workflow-definition.js';

/** Where an application can come to stand: its state, and whether the legal clock runs there. */
export interface Situation {
  state: StateValue;
  running: boolean;
  final: boolean;
  /** For each innermost active state, that state followed by those around it. */
  active: ActiveState[][];
  /** What can happen, and the key of the situation it leads to. */
  next: { successor: Successor; key: string }[];
  /** What parts that are at work at once would do together, and nobody may send. */
  unsendable: Successor[];
  /** A shortest way here from filing. */
  steps: SituationStep[];
}

/** One step of a way through a definition. */
export interface SituationStep {
  event: string;
  by: Actor[];
  /** The guard that let it pass. */
  guard?: string;
  state: StateValue;
}

/**
 * Every situation a definition can come to, by key, nearest first; undefined where there are more than `most`. The
 * definition must run.
 */
export function situationsOf(
  definition: WorkflowDefinition,
  most: number,
): Map<string, Situation> | undefined {
  const found = new Map<string, Situation>();
  const first = {
    state: initialState(definition),
    running: true,
    final: false,
    steps: [] as SituationStep[],
  };
  const open = new Map([[keyOf(first), first]]);
  for (const [key, here] of open) {
    if (open.size > most) return undefined;
    const all = everyTaking(definition, here.state);
    const next = all.filter(canBeSent).map((successor) => {
      const { state, final, sent } = successor.taken;
      const running = runsAfter(clockEffectOf(successor.taken), here.running);
      const { by = [], guard } = sent[0];
      const step = { event: successor.event.type, by, ...(guard && { guard }), state };
      const there = { state, running, final, steps: [...here.steps, step] };
      if (!open.has(keyOf(there))) open.set(keyOf(there), there);
      return { successor, key: keyOf(there) };
    });
    const unsendable = all.filter((one) => !canBeSent(one));
    found.set(key, { ...here, active: activeStates(definition, here.state), next, unsendable });
  }
  return found;
}

function keyOf({ state, running }: { state: StateValue; running: boolean }): string {
  return `${running ? '' : 'stopped '}${JSON.stringify(state)}`;
}
