export { type AllowedEvent, allowedEvents } from './allowed-events.js';
export { clockEffectOf, runsAfter } from './clock-effect.js';
export { checkWorkflow } from './check/check-workflow.js';
export type { Finding } from './check/finding.js';
export { findingSteps, findingWords } from './check/finding-words.js';
export { everyTransition } from './every-transition.js';
export { type Guard, guardNamed, guards, type GuardFacts, type Reading } from './guards.js';
export { eventsWith } from './events-with.js';
export { initialState } from './initial-state.js';
export { type Picture, workflowPicture } from './picture/workflow-picture.js';
export { type WorkflowAct, type WorkflowRow, workflowRows } from './picture/workflow-rows.js';
export { type EffectName, effects, type WorkflowRegistry, workflowRegistry } from './registry.js';
export { barringEvents } from './barring-events.js';
export { rolesNamed } from './roles-named.js';
export { type Situation, situationsOf, type SituationStep } from './situations.js';
export { stateOf, waitsForOf } from './state-of.js';
export { type Step, step } from './step.js';
export { goesThere, type Successor, successors } from './successors.js';
export { clockEvents, readingsOf, systemEvents } from './system-events.js';
export { type Walk, walkWorkflow } from './walk-workflow.js';
export { wayOn } from './way-on.js';
export { withWords } from './with-words.js';
export { workflowSchema } from './workflow-schema.js';
export {
  type Actor,
  type ClockEffect,
  type ConsultationRule,
  type NationalStatus,
  type Need,
  type OfficerActor,
  placedTransitions,
  officerActors,
  type Relation,
  relations,
  type Role,
  roles,
  type Silence,
  type StateDefinition,
  type StateValue,
  type StepDeadline,
  type Term,
  type TransitionDefinition,
  transitionsOn,
  type WaitsFor,
  type WorkflowDefinition,
  type WorkflowEvent,
} from './workflow-definition.js';
