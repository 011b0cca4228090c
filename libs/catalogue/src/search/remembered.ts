import type { DataSource } from 'typeorm';
import type { Tx } from '#lib/platform';

/**
 * What is read of the catalogue, as it was at most so many milliseconds ago: who asks the same within them is answered
 * from memory. What is the same is told by `key`, and of `most` answers the oldest goes first. A fault is met by who asked
 * first; the next one reads anew.
 */
export function remembered<T, Asked = void>(
  { milliseconds, most = 1, key = () => '' }: Remembering<Asked>,
  read: (tx: Tx, asked: Asked) => Promise<T>,
): (tx: Tx, asked: Asked) => Promise<T> {
  const known = new WeakMap<DataSource, Map<string, { value: Promise<T>; readAt: number }>>();
  return ({ connection }, asked) => {
    const answers = known.get(connection) ?? new Map<string, { value: Promise<T>; readAt: number }>();
    known.set(connection, answers);
    const name = key(asked);
    const found = answers.get(name);
    if (found && performance.now() - found.readAt < milliseconds) return found.value;
    const value = read(connection.manager, asked);
    answers.delete(name);
    if (answers.size >= most) answers.delete(answers.keys().next().value ?? '');
    answers.set(name, { value, readAt: performance.now() });
    value.catch(() => answers.delete(name));
    return value;
  };
}

interface Remembering<Asked> {
  milliseconds: number;
  /** How many answers are remembered at once. */
  most?: number;
  key?: (asked: Asked) => string;
}
