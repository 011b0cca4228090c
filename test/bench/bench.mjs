// npm run bench: each measure beside its baseline, both in this run; a table on the screen and JSON beside this file.
// A ratio says more than a figure, which is the machine's. Nothing here decides a test.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import '../../scripts/build.mjs';
import { startProduct } from './product.mjs';
import { signInBench } from './sign-in.mjs';

const product = await startProduct();
const measures = [];
try {
  for (const bench of [signInBench]) measures.push(await bench(product));
} finally {
  await product.stop();
}
const results = measures.map((each) => ({ ...each, ratio: each.value / each.baselineValue }));
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
        processorMilliseconds,
        p99Milliseconds,
      }) => [
        name,
        {
          [`here`]: `${value.toFixed(0)} ${unit}`,
          baseline: `${baselineValue.toFixed(0)} ${unit} ${baseline}`,
          ratio: ratio.toFixed(2),
          goal,
          ...Object.fromEntries(
            Object.entries(processorMilliseconds).map(([part, spent]) => [
              `cpu ${part}`,
              `${spent.toFixed(2)} ms`,
            ]),
          ),
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
