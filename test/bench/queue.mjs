// The first page of an agency with 50,000 open applications, among as many of all others: what it costs the database.
// In processor time of the one connection that asks, which is all that others on the machine leave comparable.
import { fileAndHandle, fill, newOfficer, openPlatform, revisionOf } from './country.mjs';
import { newCitizen } from './citizen.mjs';
import { percentile } from './figures.mjs';
import { startProduct, ticksOf } from './product.mjs';

const open = Number(process.env.OPEN ?? 50_000);
const pages = 40;

export async function queueBench() {
  const { showQueue } = await import('../../dist/libs/applications/src/queue/show-queue.js');
  const product = await startProduct(['desk']);
  try {
    const { database, databaseUrl, env, portal } = product;
    const platform = await openPlatform(databaseUrl, env);
    const revision = await revisionOf(platform);
    const found = await database.query(
      `SELECT id, unit_code FROM organisations.agency WHERE unit_code = '000.00.05.H26'`,
    );
    const agency = found.rows[0];
    const { personId } = await newCitizen(database, portal);
    const officerId = await newOfficer(database);
    const templateId = await fileAndHandle(platform, { revision, agency, personId, officerId });
    await fill(database, { templateId, count: open, agencyId: agency.id });
    await fill(database, { templateId, count: open });
    const roles = ['intake', 'case'].map((role) => ({ role, agencyId: agency.id }));
    const officer = { kind: 'officer', id: officerId, name: 'Bench', roles };
    const [{ pid }] = await oneConnection(platform);
    const times = [];
    let spent = 0;
    for (let page = -5; page < pages; page++) {
      const before = await ticksOf(pid);
      const start = performance.now();
      await showQueue(platform, officer, { show: 'open', page: 1 + (Math.max(page, 0) % 20) * 50 });
      if (page < 0) continue;
      times.push(performance.now() - start);
      spent += ((await ticksOf(pid)).ticks - before.ticks) * 10;
    }
    return [
      {
        name: `queue of ${open} open`,
        unit: 'ms processor time in the database',
        value: spent / pages,
        baseline: 'allowed',
        baselineValue: 50,
        goal: 1,
        processorMilliseconds: { database: spent / pages },
        p99Milliseconds: percentile(times, 0.99),
      },
    ];
  } finally {
    await product.stop();
  }
}

/** Leaves one connection in the pool, so that one process of the server does all there is. */
async function oneConnection({ database }) {
  database.driver.master.options.max = 1;
  return database.query('SELECT pg_backend_pid() AS pid');
}
