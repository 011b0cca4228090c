/** A line of two texts laid side by side: in both, or in one alone. Numbers count from 1. */
export interface LineChange {
  was: { number: number; text: string } | undefined;
  is: { number: number; text: string } | undefined;
}

/** More differences than anybody reads one by one: beyond it the rest is all old, then all new. */
const mostSteps = 2000;

/**
 * Which lines a text has lost and got against another, with as few of them as possible (Myers, “An O(ND) difference
 * algorithm”, 1986). Lines that stay are there too.
 */
export function lineChanges(before: string, after: string): LineChange[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end))
    end += 1;
  const middle = path(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const both = [
    ...kept(start, 0, 0),
    ...middle.map(([x, y]): [number, number] => [x + start, y + start]),
    ...kept(end, old.length - end, now.length - end),
  ];
  return alongside(old, now, both);
}

/** `count` pairs of lines that are the same, from these on. */
const kept = (count: number, x: number, y: number): [number, number][] =>
  Array.from({ length: count }, (_, index) => [x + index, y + index]);

/** The pairs of lines that are the same, along the shortest way from one text to the other. */
function path(old: string[], now: string[]): [number, number][] {
  const reach = new Map([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(old.length + now.length, mostSteps); steps += 1) {
    trace.push(new Map(reach));
    for (let k = -steps; k <= steps; k += 2) {
      const [down, right] = [reach.get(k + 1) ?? -1, reach.get(k - 1) ?? -1];
      let x = k === -steps || (k !== steps && right < down) ? down : right + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x += 1;
      reach.set(k, x);
      if (x >= old.length && x - k >= now.length) return wayBack(trace, old.length, now.length);
    }
  }
  return [];
}

function wayBack(trace: Map<number, number>[], endX: number, endY: number): [number, number][] {
  const same: [number, number][] = [];
  let [x, y] = [endX, endY];
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const reach = trace[steps] as Map<number, number>;
    const k = x - y;
    const [down, right] = [reach.get(k + 1) ?? -1, reach.get(k - 1) ?? -1];
    const from = k === -steps || (k !== steps && right < down) ? k + 1 : k - 1;
    const [fromX, fromY] = [reach.get(from) ?? 0, (reach.get(from) ?? 0) - from];
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) same.push([(x -= 1), (y -= 1)]);
    [x, y] = [fromX, fromY];
  }
  return same.toReversed();
}

function alongside(old: string[], now: string[], same: [number, number][]): LineChange[] {
  const lines: LineChange[] = [];
  let [x, y] = [0, 0];
  for (const [sameX, sameY] of [...same, [old.length, now.length] as const]) {
    while (x < sameX || y < sameY) {
      const was = x < sameX ? { number: x + 1, text: old[x] as string } : undefined;
      const is = y < sameY ? { number: y + 1, text: now[y] as string } : undefined;
      lines.push({ was, is });
      if (was) x += 1;
      if (is) y += 1;
    }
    if (x < old.length && y < now.length) {
      lines.push({
        was: { number: x + 1, text: old[x] as string },
        is: { number: y + 1, text: now[y] as string },
      });
      x += 1;
      y += 1;
    }
  }
  return lines;
}
