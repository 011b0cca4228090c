import type { DataSource } from 'typeorm';

/** Tries that the database has counted already and this process may still hand out, until their window ends. */
interface Counted {
  left: number;
  /** Milliseconds since the epoch. */
  until: number;
}

/** More keys than this are forgotten together: it costs each of them the few tries that were counted ahead. */
const mostKeys = 10_000;

const counted = new WeakMap<DataSource, Map<string, Counted>>();

/** Takes one try counted ahead under this name, if there is one. */
export function takeCounted(database: DataSource, name: string): boolean {
  const kept = counted.get(database)?.get(name);
  if (!kept || kept.left === 0 || kept.until <= Date.now()) return false;
  kept.left -= 1;
  return true;
}

/** Keeps tries that were just counted, beside what another request of this moment may have left. */
export function keepCounted(database: DataSource, name: string, { left, until }: Counted): void {
  if (left === 0) return;
  const names = counted.get(database) ?? new Map<string, Counted>();
  counted.set(database, names);
  if (names.size >= mostKeys) names.clear();
  const before = names.get(name);
  names.set(name, { left: left + (before && before.until > Date.now() ? before.left : 0), until });
}
