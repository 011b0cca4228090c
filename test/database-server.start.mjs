import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../dist/libs/platform/src/index.js';

/** One real PostgreSQL server for the whole run; each test file makes its own database in it. */
export default async function startDatabaseServer() {
  if (process.env.TEST_DATABASE_URL) return;
  const folder = await mkdtemp(join(tmpdir(), 'portal-test-'));
  await chmod(folder, 0o755);
  // Nothing here outlives the run: what a crash would lose is not waited for.
  const server = await startEmbeddedPostgres(folder, 'test', ['fsync=off', 'max_connections=300']);
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.testDatabaseServer = { server, folder };
}
