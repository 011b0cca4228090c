import type { ActiveState } from '../../active-states.js';
import type { Situation } from '../../situations.js';
import type { Successor } from '../../successors.js';
import { type StateDefinition, transitionsOn } from '../../workflow-definition.js';
import { placeOf } from '../each-state.js';
import type { Finding } from '../finding.js';
import { firstAtEach, type Found } from './first-at-each.js';

/**
 * Deadlines that come to nothing, because another state waits for the same event from somebody else and the system is
 * refused; and those that end the wait of another part, whose own time is not up.
 */
export function deadlinesInVain(all: Situation[]): Finding[] {
  return [
    ...firstAtEach(all.flatMap(refused), 'deadline-blocked'),
    ...firstAtEach(all.flatMap(endingAnother), 'deadline-ends-another'),
  ];
}

function refused(here: Situation): Found[] {
  return timed(here).flatMap(({ active, sent }): Found[] => {
    const bySystem = sent.filter(({ taken }) => taken.sent.every(({ by }) => by.includes('system')));
    const always = sent.length > 0 && sent.length === bySystem.length;
    return always ? [] : [[`${placeOf(active.path)}.deadline.send`, here.steps]];
  });
}

function endingAnother(here: Situation): Found[] {
  return timed(here).flatMap(({ active, event, sent }): Found[] => {
    const taken = new Set(sent.flatMap((one) => one.taken.sent));
    const others = here.active
      .flat()
      .filter(
        ({ path, state }) =>
          state.deadline?.send === event &&
          !sameTime(state, active.state) &&
          !isWithin(active, path) &&
          transitionsOn(state, event).some((one) => taken.has(one)),
      );
    return others.length > 0 ? [[`${placeOf(active.path)}.deadline.send`, here.steps, { event }]] : [];
  });
}

/** The deadlines that run here, with all that their event could do. */
function timed({ active, next, unsendable }: Situation) {
  const all: Successor[] = [...next.map(({ successor }) => successor), ...unsendable];
  const states = new Map(active.flat().map((one) => [placeOf(one.path), one]));
  return [...states.values()].flatMap((one) => {
    const event = one.state.deadline?.send;
    if (event === undefined) return [];
    return [{ active: one, event, sent: all.filter((each) => each.event.type === event) }];
  });
}

/** Parts that are given the same time are meant to be ended together. */
function sameTime(one: StateDefinition, other: StateDefinition): boolean {
  return JSON.stringify(one.deadline?.within) === JSON.stringify(other.deadline?.within);
}

/** Whether a state is the one at `path` or stands within it. */
function isWithin({ path }: ActiveState, outer: ActiveState['path']): boolean {
  return outer.every((name, index) => path[index] === name);
}
