import { statechartOf } from './statechart.js';
import type { StateValue, WorkflowDefinition } from './workflow-definition.js';

/** Where an application stands when it has just been filed. */
export function initialState(definition: WorkflowDefinition): StateValue {
  return statechartOf(definition).initial;
}
