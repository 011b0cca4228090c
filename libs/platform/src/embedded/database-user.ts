import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Who the database server runs as. PostgreSQL refuses root, so for root it is the system user `postgres`. */
export async function databaseUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  await run('id', ['-u', 'postgres']).catch(() =>
    run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']),
  );
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
