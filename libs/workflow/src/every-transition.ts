import { eachState, placeOf } from './check/each-state.js';
import {
  placedTransitions,
  type TransitionDefinition,
  type WorkflowDefinition,
} from './workflow-definition.js';

/** Every transition of a definition with its place: `states.filed.on.accept`, in the order written. */
export function everyTransition(
  definition: WorkflowDefinition,
): { path: string; event: string; one: TransitionDefinition }[] {
  return eachState(definition).flatMap(({ path, state }) =>
    Object.entries(state.on ?? {}).flatMap(([event, written]) =>
      placedTransitions(written).map(({ one, place }) => ({
        path: `${placeOf(path)}.on.${event}${place}`,
        event,
        one,
      })),
    ),
  );
}
