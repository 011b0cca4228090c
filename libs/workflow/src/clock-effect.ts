import type { Taken } from './statechart.js';
import type { ClockEffect } from './workflow-definition.js';

/** What a step does to the legal clock: the last word of what was taken; where it ends, nothing runs on. */
export function clockEffectOf({ sent, followed, final }: Taken): ClockEffect | undefined {
  return final ? 'stop' : [...sent, ...followed].findLast(({ clock }) => clock)?.clock;
}

/** Whether the clock runs after an effect. */
export function runsAfter(effect: ClockEffect | undefined, running: boolean): boolean {
  return effect === undefined ? running : effect !== 'suspend' && effect !== 'stop';
}
