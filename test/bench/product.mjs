// The product as `npm start` runs it, on a PostgreSQL of its own that writes to disk as in operation.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const root = join(import.meta.dirname, '../..');
/** How `npm start` runs the product; what it is compared with runs so, too. */
export const asInOperation = ['--max-semi-space-size=64'];
export const uuid = randomUUID;

/** What seals and indexes personal data, known to the bench: it writes rows of its own. */
export const secrets = {
  ENCRYPTION_KEY: '11'.repeat(32),
  BLIND_INDEX_KEY: '22'.repeat(32),
  NATIONAL_API_KEY: '33'.repeat(32),
};

/** Starts one process an app, by default all of them in one; without a worker its jobs wait. */
export async function startProduct(apps = ['standalone']) {
  const { freePort, startEmbeddedPostgres } = await import('../../dist/libs/platform/src/index.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  // Reachable for the database server's own user, so that its files lie in here and go with it.
  await chmod(dataDir, 0o711);
  // Writes to the disk before it answers, as always; more log between checkpoints, so that a round has none.
  const postgres = await startEmbeddedPostgres(dataDir, 'bench', ['max_wal_size=8GB']);
  const [portal, desk, sandbox, smtp] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const env = {
    ...process.env,
    ...secrets,
    DATA_DIR: dataDir,
    DATABASE_URL: postgres.url,
    PORTAL_PORT: portal,
    DESK_PORT: desk,
    SANDBOX_PORT: sandbox,
    SANDBOX_SMTP_PORT: smtp,
  };
  const children = [];
  for (const app of apps) children.push(await startApp(app, env));
  const database = new Client(postgres.url);
  await database.connect();
  return {
    portal: `http://localhost:${portal}`,
    desk: `http://desk.localhost:${desk}`,
    database,
    databaseUrl: postgres.url,
    env,
    usage: (...more) =>
      usage(
        [...children, ...more].map(({ pid }) => pid),
        dataDir,
      ),
    async stop() {
      await database.end();
      await Promise.all(children.map(stop));
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startApp(app, env) {
  const profile = process.env.BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
    : [];
  const child = spawn(
    process.execPath,
    [...asInOperation, ...profile, join(root, 'scripts/start.mjs'), app, 'main'],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise((ready, fail) => {
    child.stdout.on('data', (chunk) => /^(\w+ )?ready\b/m.test(chunk) && ready());
    child.once('exit', () => fail(new Error(`${app} did not start`)));
  });
  return child;
}

function stop(child) {
  return new Promise((ended) => {
    child.once('exit', ended);
    child.kill('SIGTERM');
  });
}

/** Processor time used until now in milliseconds: by the bench itself, the product's processes, and PostgreSQL. */
async function usage(pids, dataDir) {
  const own = process.cpuUsage();
  const server = Number(
    (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0],
  );
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(ticksOf));
  const of = (wanted) =>
    all.filter((each) => each && wanted(each)).reduce((sum, { ticks }) => sum + ticks, 0);
  const ended = all.find((each) => each?.pid === server)?.endedTicks ?? 0;
  return {
    client: (own.user + own.system) / 1000,
    product: of(({ pid }) => pids.includes(pid)) * 10,
    database: of(({ pid, parent }) => pid === server || parent === server) * 10 + ended * 10,
  };
}

/** proc(5): fields 14 and 15 count hundredths of a second, 16 and 17 those of children that ended; names may hold blanks. */
export async function ticksOf(name) {
  const line = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
  if (!line) return undefined;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return {
    pid: Number(name),
    parent: Number(fields[1]),
    ticks: Number(fields[11]) + Number(fields[12]),
    endedTicks: Number(fields[13]) + Number(fields[14]),
  };
}
