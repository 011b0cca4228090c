// What the benches reckon with.

export function median(numbers) {
  return percentile(numbers, 0.5);
}

export function percentile(numbers, share) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * share)];
}

/** Processor milliseconds each, of sums by part. */
export function processorTimes(spent, count) {
  return Object.fromEntries(Object.entries(spent).map(([part, sum]) => [part, sum / count]));
}
