// The product as `npm start` runs it, on a PostgreSQL of its own that writes to disk as in operation.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const root = join(import.meta.dirname, '../..');
export const uuid = randomUUID;

export async function startProduct() {
  const { freePort, startEmbeddedPostgres } = await import('../../dist/libs/platform/src/index.js');
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  const postgres = await startEmbeddedPostgres(dataDir, 'bench');
  const [portal, desk, sandbox] = await Promise.all([freePort(), freePort(), freePort()]);
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: postgres.url,
    PORTAL_PORT: portal,
    DESK_PORT: desk,
    SANDBOX_PORT: sandbox,
  };
  const profile = process.env.BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
    : [];
  const child = spawn(process.execPath, [...profile, join(root, 'scripts/start.mjs'), 'standalone', 'main'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((ready, fail) => {
    child.stdout.on('data', (chunk) => /^ready /m.test(chunk) && ready());
    child.once('exit', () => fail(new Error('The product did not start')));
  });
  const database = new Client(postgres.url);
  await database.connect();
  return {
    portal: `http://localhost:${portal}`,
    database,
    async stop() {
      await database.end();
      await new Promise((ended) => {
        child.once('exit', ended);
        child.kill('SIGTERM');
      });
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
