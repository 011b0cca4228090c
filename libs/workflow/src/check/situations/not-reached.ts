import { resolveTarget } from '../../resolve-target.js';
import type { Situation } from '../../situations.js';
import { doneEvent, placedTransitions, type WorkflowDefinition } from '../../workflow-definition.js';
import { eachState, placeOf } from '../each-state.js';
import { type Finding, finding } from '../finding.js';

/** States nothing leads to, and transitions that are never taken although something leads to their state. */
export function notReached(definition: WorkflowDefinition, all: Situation[]): Finding[] {
  const taken = new Set(
    all.flatMap(({ next }) =>
      next.flatMap(({ successor }) => [...successor.taken.sent, ...successor.taken.followed]),
    ),
  );
  const wanted = new Set(all.flatMap(({ unsendable }) => unsendable.flatMap((one) => one.taken.sent)));
  const states = eachState(definition);
  const reached = new Set(all.flatMap(({ active }) => active.flat().map(({ path }) => placeOf(path))));
  // The end of a part that leads on at once is passed, though nothing ever stands there.
  for (const { path, state } of states)
    for (const written of Object.values(state.on ?? {}))
      for (const { one } of placedTransitions(written))
        if (taken.has(one)) reached.add(placeOf(resolveTarget(definition, path, one.to) ?? []));
  return states.flatMap(({ path, state }) => {
    const place = placeOf(path);
    if (!reached.has(place)) return [finding(place, 'state-unreachable')];
    return Object.entries(state.on ?? {}).flatMap(([event, written]) =>
      placedTransitions(written)
        .filter(({ one }) => !taken.has(one))
        .map(({ one, place: within }) => {
          const why = wanted.has(one)
            ? 'nobody-can-send'
            : event === doneEvent
              ? 'done-never'
              : 'never-taken';
          return finding(`${place}.on.${event}${within}`, why, { event });
        }),
    );
  });
}
