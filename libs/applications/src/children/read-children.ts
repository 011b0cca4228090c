import type { FactReader } from '../facts/facts.js';
import { childOf } from './child.js';
import { readParts } from './read-parts.js';

/** What came of the parts; what is still to be opened counts as open, so that nothing is gathered too early. */
export const readChildren: FactReader<'children'> = async (tx, platform, application) => {
  const { parts } = await readParts(tx, platform, application);
  const count = (...states: string[]) => parts.filter(({ state }) => states.includes(state)).length;
  return {
    open: count('due', 'waiting', 'open'),
    granted: count('granted'),
    refused: count('refused', 'undone'),
  };
};

/** Whether the whole that an application is a part of asks it to stop. */
export const readWhole: FactReader<'whole'> = async (tx, _platform, { id }) => ({
  stopped: (await childOf(tx, id))?.stop ?? null,
});
