// Pages that everybody reads: the page of a procedure against bare node:http that sends the same bytes, and how long a
// page of search results takes while half as much is asked as can be answered.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { many, openConnection } from './connection.mjs';
import { median, percentile, processorTimes } from './figures.mjs';
import { startProduct } from './product.mjs';

const eachRound = 3000;
const rounds = 5;
/** Until what is asked most is compiled. */
const warmUp = 12_000;
const searches = 300;
const pages = ['1.001193', '1.000894', '1.000656', '2.000635', '1.000014'].map(
  (code) => `/procedures/${code}`,
);

export async function pagesBench() {
  const product = await startProduct();
  try {
    return [await procedurePages(product), await searchPages(product)];
  } finally {
    await product.stop();
  }
}

async function procedurePages({ portal, usage }) {
  const bodies = Object.fromEntries(
    await Promise.all(pages.map(async (path) => [path, await pageAt(portal, path)])),
  );
  const child = fork(join(import.meta.dirname, 'bare-pages.mjs'));
  // A bench that fails is not kept waiting for by it.
  child.channel.unref();
  child.unref();
  const bare = await new Promise((ready) => child.once('message', ready));
  child.send(bodies);
  const plain = `http://localhost:${bare.port}`;
  const [here, baseline, times] = [[], [], []];
  const spent = { client: 0, product: 0, database: 0 };
  for (const address of [plain, portal]) await readMany(address, warmUp, []);
  for (let round = 0; round < rounds; round++) {
    baseline.push(await readMany(plain, eachRound, []));
    const began = await usage();
    here.push(await readMany(portal, eachRound, times));
    const after = await usage();
    for (const part of Object.keys(after)) spent[part] += after[part] - began[part];
  }
  child.disconnect();
  return {
    name: 'procedure pages',
    unit: '/s',
    value: median(here),
    baseline: 'the same bytes from node:http',
    baselineValue: median(baseline),
    goal: 0.6,
    processorMilliseconds: processorTimes(spent, eachRound * rounds),
    p99Milliseconds: percentile(times, 0.99),
  };
}

async function searchPages({ portal }) {
  const { measuredQuestions } = await import(
    '../../dist/libs/catalogue/src/search/question/measured-questions.js'
  );
  const asked = measuredQuestions().map(({ words }) => `/procedures?${new URLSearchParams({ q: words })}`);
  const search = (connection, index) => connection.get(asked[index % asked.length]);
  await many(portal, searches, [], search);
  const most = await many(portal, searches, [], search);
  const times = [];
  const connections = await Promise.all(Array.from({ length: 64 }, () => openConnection(portal)));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: searches }, async (_, index) => {
      const due = (index * 2000) / most;
      await new Promise((come) => setTimeout(come, due));
      const connection = connections.pop() ?? (await openConnection(portal));
      await search(connection, index);
      times.push(performance.now() - began - due);
      connections.push(connection);
    }),
  );
  for (const connection of connections) connection.close();
  return {
    name: `search pages at half of ${most.toFixed(0)} /s, p95`,
    unit: 'ms',
    value: percentile(times, 0.95),
    baseline: 'at most',
    baselineValue: 25,
    goal: 'at most 25',
    processorMilliseconds: {},
    p99Milliseconds: percentile(times, 0.99),
  };
}

function readMany(address, count, times) {
  return many(address, count, times, async (connection, index) => {
    const { status } = await connection.get(pages[index % pages.length]);
    if (status !== 200) throw new Error(`A page answered ${status}`);
  });
}

async function pageAt(portal, path) {
  const answer = await fetch(portal + path, {
    headers: { accept: 'text/html', 'accept-encoding': 'identity' },
  });
  return answer.text();
}
