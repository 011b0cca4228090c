export { type AllowedEvent, allowedEvents } from './allowed-events.js';
export { checkWorkflow } from './check/check-workflow.js';
export type { Finding } from './check/finding.js';
export { initialState } from './initial-state.js';
export { type WorkflowRegistry, workflowRegistry } from './registry.js';
export { stateOf } from './state-of.js';
export { type Step, step } from './step.js';
export { type Walk, walkWorkflow } from './walk-workflow.js';
export type {
  Actor,
  ClockEffect,
  NationalStatus,
  Need,
  StateDefinition,
  StateValue,
  TransitionDefinition,
  WorkflowDefinition,
  WorkflowEvent,
} from './workflow-definition.js';
