import type { Language } from '#lib/platform';
import type { PlacedState } from '../check/each-state.js';
import type { StatePath } from '../resolve-target.js';
import type { WorkflowDefinition } from '../workflow-definition.js';
import { wrapped } from './dot-text.js';
import { movesFrom } from './reading-order.js';
import { keyOf } from './workflow-rows.js';
import { actWords, whoWords } from './workflow-words.js';

/** What leads from one state to another, a text an act. */
export interface Arrow {
  from: StatePath;
  to: StatePath;
  said: string[];
}

/** What leads from many states to the same end. */
export interface SharedExit {
  from: PlacedState[];
  to: StatePath;
  said: string[];
}

/** From this many states on, an act that ends them all is drawn once, beside the end. */
const many = 3;

/**
 * What a picture draws between its states. An act that leads to the same end from many of them, as a withdrawal does,
 * is drawn once with their names: its arrows would cross all others.
 */
export function arrowsOf(
  definition: WorkflowDefinition,
  placed: PlacedState[],
  language: Language,
): { arrows: Arrow[]; exits: SharedExit[] } {
  const acts = placed.flatMap((state) => actsOf(definition, state, language));
  const ends = new Set(placed.filter(({ state }) => state.final).map(({ path }) => keyOf(path)));
  const shared = alike(acts, ({ to, said }) => [to, said]).filter(
    ([first, ...others]) => others.length + 1 >= many && ends.has(keyOf(first.to)),
  );
  const drawnOnce = new Set(shared.flat());
  const others = acts.filter((act) => !drawnOnce.has(act));
  const exits = shared.map((group) => ({ from: group.map(({ from }) => from), act: group[0] }));
  return {
    arrows: alike(others, ({ from, to }) => [from.path, to]).map((group) => ({
      from: group[0].from.path,
      to: group[0].to,
      said: group.map(({ said }) => said),
    })),
    exits: alike(exits, ({ from, act }) => [from.map(({ path }) => path), act.to]).map((group) => ({
      from: group[0].from,
      to: group[0].act.to,
      said: group.map(({ act }) => act.said),
    })),
  };
}

interface Act {
  from: PlacedState;
  to: StatePath;
  said: string;
}

/** Each act of a state once, though guards may lead it the same way twice. */
function actsOf(definition: WorkflowDefinition, from: PlacedState, language: Language): Act[] {
  const acts = movesFrom(definition, from.path, from.state).flatMap((move) => {
    if (!move.target) return [];
    const who = whoWords(move, language);
    const said = wrapped(`${actWords(move, language)}${who ? ` (${who})` : ''}`, 20);
    return [{ from, to: move.target, said }];
  });
  return alike(acts, ({ to, said }) => [to, said]).map(([first]) => first);
}

/** What has the same key goes together, in the order met. */
function alike<One>(ones: One[], keyOfOne: (one: One) => unknown): [One, ...One[]][] {
  const groups = new Map<string, [One, ...One[]]>();
  for (const one of ones) {
    const key = JSON.stringify(keyOfOne(one));
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
