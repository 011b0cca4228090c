// What an act costs beside few and beside many stored applications: a product for each size, all running at once and
// measured in turn, so that what else the machine does falls on all of them. `npm run bench -- size`: takes long.
import { newWorld, submissions, transitions } from './applications.mjs';
import { many } from './connection.mjs';
import { fileAndHandle, fill } from './country.mjs';
import { median, percentile } from './figures.mjs';
import { startProduct } from './product.mjs';

const sizes = (process.env.SIZES ?? '10000,100000,1000000').split(',').map(Number);
const rounds = Number(process.env.ROUNDS ?? 5);
const each = Number(process.env.EACH ?? 200);
const warmUps = 2;
/** One in four of those that are open at the officer's agency was just filed. */
const openThere = 4 * each * (rounds + warmUps) + 400;

export async function sizeBench() {
  const places = [];
  try {
    for (const size of sizes) places.push(await filledPlace(size));
    const measures = [];
    for (const act of ['transitions', 'submissions']) measures.push(...(await measure(act, places)));
    return measures;
  } finally {
    for (const { product } of places) await product.stop();
  }
}

async function filledPlace(size) {
  const product = await startProduct(['portal', 'desk']);
  const world = await newWorld(product);
  const { database } = product;
  const { platform, revision, agency, citizens, officer } = world;
  const [{ personId }] = citizens;
  const templateId = await fileAndHandle(platform, { revision, agency, personId, officerId: officer.id });
  await fill(database, { templateId, count: openThere, agencyId: agency.id });
  await fill(database, { templateId, count: size - openThere });
  const { rows } = await database.query(
    `SELECT id FROM applications.application WHERE agency_id = $1 AND state = '"filed"' ORDER BY random()`,
    [agency.id],
  );
  return { size, product, acts: { transitions: onStored(world, rows), submissions: submissions(world) } };
}

/** Accepts what was filed at any time before, and not what was filed just now and is at hand everywhere. */
function onStored(world, stored) {
  const act = transitions(world);
  const prepare = async (count) =>
    stored.splice(0, count).map(({ id }) => ({ id, key: crypto.randomUUID() }));
  return { ...act, prepare };
}

const whole = (cost, round) => cost.product[round] + cost.database[round];

async function measure(act, places) {
  const costs = places.map(() => ({ product: [], database: [], times: [] }));
  for (let round = 1 - warmUps; round <= rounds; round++)
    for (let turn = 0; turn < places.length; turn++) {
      const at = (round + warmUps + turn) % places.length;
      const { product, acts } = places[at];
      const { address, prepare, requestOf } = acts[act];
      const requests = (await prepare(each)).map(requestOf);
      const took = [];
      const before = await product.usage();
      await many(address, each, took, async (connection, nth) => {
        const { path, body, cookie, location } = requests[nth];
        const answer = await connection.post(path, body, [cookie]);
        if (answer.location !== location)
          throw new Error(`${path} answered ${answer.status} ${answer.location}`);
      });
      const after = await product.usage();
      if (round < 1) continue;
      for (const part of ['product', 'database']) costs[at][part].push((after[part] - before[part]) / each);
      costs[at].times.push(...took);
    }
  const [fewest] = costs;
  return places.slice(1).map(({ size }, index) => {
    const cost = costs[index + 1];
    const ratios = cost.product.map((_, round) => whole(cost, round) / whole(fewest, round));
    return {
      name: `${act} beside ${size}`,
      unit: 'ms of processor time each',
      value: median(cost.product) + median(cost.database),
      baseline: `beside ${places[0].size}`,
      baselineValue: median(fewest.product) + median(fewest.database),
      ratio: median(ratios),
      goal: 1.2,
      processorMilliseconds: { product: median(cost.product), database: median(cost.database) },
      baselineProcessorMilliseconds: { product: median(fewest.product), database: median(fewest.database) },
      p99Milliseconds: percentile(cost.times, 0.99),
    };
  });
}
