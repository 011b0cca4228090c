import type { Language } from '#lib/platform';
import { activeStates } from '../active-states.js';
import type { PlacedState } from '../check/each-state.js';
import { guards } from '../guards.js';
import type { StatePath } from '../resolve-target.js';
import type { StateValue, WorkflowDefinition } from '../workflow-definition.js';
import { type Move, movesFrom, readingOrder } from './reading-order.js';
import { texts } from './texts.js';
import { actWords, deadlineWords, whoWords } from './workflow-words.js';

/** A state of a workflow in words. */
export interface WorkflowRow {
  /** The names of the states around it, outermost first, and its own. */
  label: string[];
  /** Whether the application is in it, or in one inside it. */
  current: boolean;
  final: boolean;
  /** Code and name of the national portal. */
  status: string;
  /** The time for this step, and what the clock does then. */
  deadline?: string;
  /** Why the step has none though the legal clock stands still. */
  noDeadline?: string;
  acts: WorkflowAct[];
}

export interface WorkflowAct {
  act: string;
  /** Empty where it happens by itself. */
  who: string;
  leadsTo: string;
  /** When it goes this way, where that is not always. */
  when?: string;
  /** What the legal clock does. */
  clock?: string;
}

/** A workflow as a table: each state as a reader meets them, with all that may happen in it. */
export function workflowRows(
  definition: WorkflowDefinition,
  language: Language,
  current?: StateValue,
): WorkflowRow[] {
  const placed = readingOrder(definition);
  const active = new Set(current === undefined ? [] : activePaths(definition, current));
  const labels = new Map(placed.map(({ path, state }) => [keyOf(path), state.label?.[language]]));
  const labelOf = (path: StatePath) => labels.get(keyOf(path)) ?? path.at(-1) ?? '';
  return placed.map(({ path, state, around }: PlacedState) => {
    const deadline = deadlineWords(state, around, language);
    return {
      label: path.map((_, depth) => labelOf(path.slice(0, depth + 1))),
      current: active.has(keyOf(path)),
      final: state.final === true,
      status: texts(language)(`status-${state.status}`),
      ...(deadline && { deadline }),
      ...(state.noDeadline && { noDeadline: state.noDeadline[language] }),
      acts: movesFrom(definition, path, state).map((move) => actOf(move, language, labelOf)),
    };
  });
}

function actOf(move: Move, language: Language, labelOf: (path: StatePath) => string): WorkflowAct {
  const { guard, clock, to } = move.transition;
  const when = Object.entries(guards).find(([name]) => name === guard)?.[1].doc[language] ?? guard;
  return {
    act: actWords(move, language),
    who: whoWords(move, language),
    leadsTo: move.target ? labelOf(move.target) : to,
    ...(when && { when }),
    ...(clock && { clock: texts(language)(`clock-${clock}`) }),
  };
}

/** Every state the application is in, those around the innermost among them. */
export function activePaths(definition: WorkflowDefinition, current: StateValue): string[] {
  return activeStates(definition, current).flatMap((chain) => chain.map(({ path }) => keyOf(path)));
}

export function keyOf(path: StatePath): string {
  return path.join('.');
}
