/** Something said at one place of a definition and said differently, or not at all, in another. */
export interface ValueChange {
  /** Keys, and items by their own id, value or code: `form.pages.child.title.vi`. */
  place: string;
  /** Undefined where nothing was said. */
  was: string | undefined;
  is: string | undefined;
}

/** Every place at which two definitions differ. What is new or gone as a whole is one place. */
export function valueChanges(was: unknown, is: unknown, place = ''): ValueChange[] {
  if (isTree(was) && isTree(is) && Array.isArray(was) === Array.isArray(is)) {
    const [before, after] = [branches(was), branches(is)];
    const names = [...new Set([...before.keys(), ...after.keys()])];
    const inside = names.flatMap((name) =>
      valueChanges(before.get(name), after.get(name), place === '' ? name : `${place}.${name}`),
    );
    const [order, newOrder] = [kept(before, after), kept(after, before)];
    const moved = Array.isArray(was) && order !== newOrder ? [{ place, was: order, is: newOrder }] : [];
    return [...inside, ...moved];
  }
  const [before, after] = [words(was), words(is)];
  return before === after ? [] : [{ place, was: before, is: after }];
}

/** The names in both, in the order of the one. */
const kept = (one: Map<string, unknown>, other: Map<string, unknown>) =>
  [...one.keys()].filter((name) => other.has(name)).join(', ');

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function branches(tree: object): Map<string, unknown> {
  if (!Array.isArray(tree)) return new Map(Object.entries(tree));
  const names = tree.map((item, index) => nameOf(item) ?? String(index + 1));
  const unique = new Set(names).size === names.length;
  return new Map(tree.map((item, index) => [unique ? (names[index] as string) : String(index + 1), item]));
}

function nameOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  const { id, value, code } = (item ?? {}) as Record<string, unknown>;
  const name = id ?? value ?? code;
  return typeof name === 'string' ? name : undefined;
}

function words(value: unknown): string | undefined {
  return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}
