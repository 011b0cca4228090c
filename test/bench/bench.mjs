// npm run bench [-- NAME…]: each measure beside its baseline, both in this run; a table on the screen and JSON beside this file.
// A ratio says more than a figure, which is the machine's. Nothing here decides a test.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import '../../scripts/build.mjs';

// Not before there is a build: what they import begins at once, beside the build.
const { applicationsBench } = await import('./applications.mjs');
const { findingBench } = await import('./finding.mjs');
const { pagesBench } = await import('./pages.mjs');
const { queueBench } = await import('./queue.mjs');
const { signInBench } = await import('./sign-in.mjs');
const { sizeBench } = await import('./size.mjs');

const benches = {
  'sign-ins': signInBench,
  applications: applicationsBench,
  pages: pagesBench,
  queue: queueBench,
  finding: findingBench,
  size: sizeBench,
};
/** Takes half an hour: only by its name. */
const long = ['size'];
const wanted = process.argv.slice(2).filter((name) => name in benches);
const measures = [];
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 ? !long.includes(name) : wanted.includes(name)) measures.push(...(await bench()));
const results = measures.map((each) => ({ ratio: each.value / each.baselineValue, ...each }));
const few = (number) => number.toFixed(number < 10 ? 2 : 0);
const sum = (parts) => Object.values(parts).reduce((one, other) => one + other, 0);
console.table(
  Object.fromEntries(
    results.map(
      ({
        name,
        unit,
        value,
        baseline,
        baselineValue,
        ratio,
        goal,
        ratioToOneStatement,
        processorMilliseconds,
        baselineProcessorMilliseconds,
        p99Milliseconds,
      }) => [
        name,
        {
          [`here`]: `${few(value)} ${unit}`,
          baseline: `${few(baselineValue)} ${unit} ${baseline}`,
          ratio: ratio.toFixed(2),
          goal,
          ...(ratioToOneStatement && { 'to one statement': ratioToOneStatement.toFixed(2) }),
          ...Object.fromEntries(
            Object.entries(processorMilliseconds).map(([part, spent]) => [
              `cpu ${part}`,
              `${spent.toFixed(2)} ms`,
            ]),
          ),
          ...(baselineProcessorMilliseconds && {
            'cpu baseline': `${sum(baselineProcessorMilliseconds).toFixed(2)} ms`,
          }),
          p99: `${p99Milliseconds.toFixed(0)} ms`,
        },
      ],
    ),
  ),
);
const file = join(import.meta.dirname, 'results.json');
const machine = { node: process.version, processors: cpus().length };
await writeFile(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), machine, results }, undefined, 2)}\n`,
);
process.exit(0);
