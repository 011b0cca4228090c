import { guards } from './guards.js';

/** The names a definition may use. */
export interface WorkflowRegistry {
  guards: readonly string[];
  effects: readonly string[];
}

/** What this house can do. An effect is carried out by whoever stores the step; so far nobody carries out any. */
export const workflowRegistry: WorkflowRegistry = {
  guards: Object.keys(guards),
  effects: [],
};
