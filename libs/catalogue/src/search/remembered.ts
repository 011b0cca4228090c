import type { DataSource } from 'typeorm';
import type { Tx } from '#lib/platform';

/**
 * What is read of the whole catalogue, as it was at most so many milliseconds ago: who asks within them is answered from
 * memory. A fault is met by who asked first; the next one reads anew.
 */
export function remembered<T>(milliseconds: number, read: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  const known = new WeakMap<DataSource, { value: Promise<T>; readAt: number }>();
  return ({ connection }) => {
    const found = known.get(connection);
    if (found && performance.now() - found.readAt < milliseconds) return found.value;
    const value = read(connection.manager);
    known.set(connection, { value, readAt: performance.now() });
    value.catch(() => known.delete(connection));
    return value;
  };
}
