import type { Localised } from '#lib/platform';
import { guards } from './guards.js';
import effectWords from './words/effects.json' with { type: 'json' };

/** The names a definition may use. */
export interface WorkflowRegistry {
  guards: readonly string[];
  effects: readonly string[];
}

export type EffectName = keyof typeof effectWords;

/** What each effect does, to a service designer. Whoever stores the steps carries them out. */
export const effects: Readonly<Record<EffectName, Localised>> = effectWords;

/** What this house can do. */
export const workflowRegistry: WorkflowRegistry = {
  guards: Object.keys(guards),
  effects: Object.keys(effects),
};
