import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort, loadHosts } from '#lib/platform';

/** `npm start` as the README has it, with a PostgreSQL of its own. */
const patience = 120_000;

interface Run {
  child: ChildProcess;
  said: () => string;
  /** Exit code. */
  ended: Promise<number | null>;
}

let dataDir: string;
let ports: [number, number, number];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'start-and-stop-'));
  // Reachable for the database server's own user, so that its files lie in here and go with it.
  await chmod(dataDir, 0o711);
  ports = await Promise.all([freePort(), freePort(), freePort()]);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** One life of the product, from its first start: each test goes on where the one before ended. */
describe('one after the other', () => {
  let product: Run;

  test(
    'Ctrl-C twice stops everything in time and without a word',
    async () => {
      product = run();
      await ready(product);
      const postgres = await server();
      const pressed = performance.now();
      product.child.kill('SIGINT');
      product.child.kill('SIGINT');
      expect(await product.ended).toBe(0);
      expect(performance.now() - pressed).toBeLessThan(5000);
      expect(await answers(postgres)).toBe(false);
      expect(product.said().split('\n').filter(Boolean)).toEqual([expect.stringMatching(/^ready /)]);
    },
    patience,
  );

  test(
    'the next start finds the data; killed, the one after it goes on with the server left behind, never with a second one',
    async () => {
      const secret = await readFile(join(dataDir, 'secrets.json'), 'utf8');
      product = run();
      await ready(product);
      expect(await readFile(join(dataDir, 'secrets.json'), 'utf8')).toBe(secret);
      const postgres = await server();
      product.child.kill('SIGKILL');
      await product.ended;
      expect(await answers(postgres)).toBe(true);

      product = run();
      await ready(product);
      expect(await server()).toEqual(postgres);
      const elsewhere: [number, number, number] = await Promise.all([freePort(), freePort(), freePort()]);
      const another = run({}, elsewhere);
      expect(await another.ended).toBe(1);
      expect(another.said()).toMatch(/^Another start is already using the data in .+\.\n$/);
      expect((await fetch(`http://127.0.0.1:${ports[0]}/readyz`)).status).toBe(200);
    },
    patience,
  );

  test(
    'a database that dies is started again, and pages say so until it is back',
    async () => {
      const died = await server();
      process.kill(died.pid, 'SIGKILL');
      const seen = new Set<number>();
      for (let status = 0; status !== 200 || seen.size < 2; await setTimeout(10)) {
        status = (await fetch(`http://localhost:${ports[0]}/procedures`)).status;
        seen.add(status);
      }
      expect([...seen].toSorted()).toEqual([200, 503]);
      expect((await server()).pid).not.toBe(died.pid);
      expect(product.said()).toContain('The database has ended unexpectedly and is started again.');
    },
    patience,
  );

  test(
    'one that is told to stop is, too, though it would wait for everybody who is connected to leave',
    async () => {
      const { pid } = await server();
      process.kill(pid, 'SIGTERM');
      while ((await server().catch(() => ({ pid }))).pid === pid) await setTimeout(50);
      while ((await fetch(`http://127.0.0.1:${ports[0]}/readyz`)).status !== 200) await setTimeout(50);
    },
    patience,
  );

  test(
    'one that does not start again ends everything, with words and exit code 1',
    async () => {
      const { pid } = await server();
      const needed = join(dataDir, 'postgres/data/global/pg_control');
      await rename(needed, `${needed}.away`);
      process.kill(pid, 'SIGQUIT');
      expect(await product.ended).toBe(1);
      expect(product.said()).toMatch(
        /^The database in .+ has ended and does not start again; .+server\.log says why\.$/m,
      );
      await rename(`${needed}.away`, needed);
    },
    patience,
  );
});

test(
  'Ctrl-C while it is still starting leaves no server behind',
  async () => {
    const starting = run();
    const postgres = await serverOf(starting);
    starting.child.kill('SIGINT');
    expect(await starting.ended).toBe(0);
    expect(await answers(postgres)).toBe(false);
    expect(starting.said()).toBe('');
  },
  patience,
);

test.each([
  [
    'a database out of reach',
    { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' },
    /^The database in DATABASE_URL cannot be reached/,
  ],
  ['a data folder that cannot be', { DATA_DIR: '/proc/nowhere' }, /cannot be written to/],
])('%s: one sentence and exit code 1', async (_, env, sentence) => {
  const { said, ended } = run(env as Record<string, string>);
  expect(await ended).toBe(1);
  expect(said().trim()).toMatch(sentence);
  expect(said().trim().split('\n')).toHaveLength(1);
});

test.each([
  [{ PORTAL_PORT: '3005', DESK_PORT: '3005' }, /must be three different ports\.$/],
  [{ PORTAL_PORT: 'eighty' }, /^PORTAL_PORT must be a whole number/],
  [{ DESK_ORIGIN: 'desk' }, /^DESK_ORIGIN must look like/],
])('the configuration %j is refused in one sentence', (env, sentence) => {
  expect(() => loadHosts(env)).toThrow(sentence);
});

test('a port in use is told in one sentence, by the standalone and by an app alone', async () => {
  const holder: Server = createServer();
  await new Promise<void>((done) => holder.listen(ports[1], 'localhost', done));
  try {
    const all = run();
    expect(await all.ended).toBe(1);
    expect(all.said()).toBe(
      `Port ${ports[1]} is already in use. Stop what uses it, or set DESK_PORT to another.\n`,
    );
    const desk = run({ DATABASE_URL: process.env.TEST_DATABASE_URL ?? '' }, ports, 'desk');
    expect(await desk.ended).toBe(1);
    expect(desk.said()).toBe(all.said());
  } finally {
    holder.close();
  }
});

test('data of another PostgreSQL version is refused and left as it is', async () => {
  const version = join(dataDir, 'postgres/data/PG_VERSION');
  await writeFile(version, '17\n');
  const { said, ended } = run();
  expect(await ended).toBe(1);
  expect(said()).toMatch(/^The data in .+ was made by PostgreSQL 17, this program brings 18\..+\n$/);
  expect(await readFile(version, 'utf8')).toBe('17\n');
  await writeFile(version, '18\n');
});

function run(env: Record<string, string> = {}, [portal, desk, sandbox] = ports, app = 'standalone'): Run {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'scripts/start.mjs'), app, 'main'], {
    env: {
      ...inherited,
      DATA_DIR: dataDir,
      PORTAL_PORT: String(portal),
      DESK_PORT: String(desk),
      SANDBOX_PORT: String(sandbox),
      NODE_OPTIONS: '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  return { child, said: () => said, ended: new Promise((done) => child.once('close', (code) => done(code))) };
}

async function ready({ said, ended }: Run): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  while (!/^ready /m.test(said())) {
    if (over) throw new Error(`Ended before it was ready: ${said()}`);
    await setTimeout(20);
  }
}

async function serverOf({ child, said }: Run): Promise<{ pid: number; port: number }> {
  for (;;) {
    const found = await server().catch(() => undefined);
    if (found) return found;
    if (child.exitCode !== null) throw new Error(`Ended too early: ${said()}`);
    await setTimeout(5);
  }
}

/** The PostgreSQL server of the data folder: line 1 of its file is the process, line 4 the port. */
async function server(): Promise<{ pid: number; port: number }> {
  const lines = (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) throw new Error('The file is being written');
  return { pid, port };
}

function answers({ port }: { port: number }): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(true));
    socket.once('error', () => done(false)).once('connect', () => socket.destroy());
  });
}
