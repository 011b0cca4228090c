import type { DataSource } from 'typeorm';

/** Tries that the database has counted already and this process may still hand out, until their window ends. */
interface Counted {
  left: number;
  /** Milliseconds since the epoch. */
  until: number;
}

/** More keys than this are forgotten together: it costs each of them the few tries that were counted ahead. */
const mostKeys = 10_000;

/** Countings under way, by name: who comes meanwhile waits for their outcome. */
const underWay = new WeakMap<DataSource, Map<string, Promise<unknown>>>();

const counted = new WeakMap<DataSource, Map<string, Counted>>();

/** Takes one try counted ahead under this name, if there is one. */
function takeCounted(database: DataSource, name: string): boolean {
  const kept = counted.get(database)?.get(name);
  if (!kept || kept.left === 0 || kept.until <= Date.now()) return false;
  kept.left -= 1;
  return true;
}

/**
 * Takes a try counted ahead, or has `count` count some more, once for all who ask at the same moment: a burst of many
 * costs no more than that many tries. Returns undefined, or what the counting said that found too many.
 */
export async function takeOrCount<TooMany>(
  database: DataSource,
  name: string,
  count: () => Promise<TooMany | undefined>,
): Promise<TooMany | undefined> {
  const names = underWay.get(database) ?? new Map<string, Promise<TooMany | undefined>>();
  underWay.set(database, names);
  while (!takeCounted(database, name)) {
    const others = names.get(name) as Promise<TooMany | undefined> | undefined;
    const counting = others ?? count().finally(() => names.delete(name));
    if (!others) names.set(name, counting);
    const tooMany = await counting;
    if (tooMany || !others) return tooMany;
  }
  return undefined;
}

/** Keeps tries that were just counted, beside what is left of those before. */
export function keepCounted(database: DataSource, name: string, { left, until }: Counted): void {
  if (left === 0) return;
  const names = counted.get(database) ?? new Map<string, Counted>();
  counted.set(database, names);
  if (names.size >= mostKeys) names.clear();
  const before = names.get(name);
  names.set(name, { left: left + (before && before.until > Date.now() ? before.left : 0), until });
}
