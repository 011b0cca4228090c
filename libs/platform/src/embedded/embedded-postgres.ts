import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { ConfigError } from '../config/config-error.js';
import { completeLinks, copyBinaries, shippedBinaries } from './binaries.js';
import { databaseUser } from './database-user.js';
import { keepRunning } from './keep-running.js';
import { databasePlace, everyoneReaches } from './place.js';
import { type As, portOf, serverProcess } from './server-process.js';

const run = promisify(execFile);
const majorVersion = '18';
/** Held by the process that owns the server, for as long as it lives. */
const ownerLock = 7_060_001;

/** A PostgreSQL server of our own, running. */
export interface EmbeddedPostgres {
  /** Address of the database, as its superuser. */
  url: string;
  /** Stops the server and waits until its files are closed. */
  stop(): Promise<void>;
  /** Settles, with what to tell the operator, when it has ended and cannot be started again. */
  lost: Promise<ConfigError>;
}

/**
 * Starts the PostgreSQL 18 that the registry brings, with its files in `dataDir`; makes them on the first start.
 * A server left behind by a killed process is taken over; two never work on the same files, because PostgreSQL
 * locks them and the owner holds an advisory lock. A server that ends is started again, a few
 * times in a row.
 * Refuses (`ConfigError`) an unwritable folder, files of another version and files in use by another start.
 * `flags` are settings for the server, such as `fsync=off` in tests.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  password: string,
  flags: string[] = [],
): Promise<EmbeddedPostgres> {
  const user = await databaseUser();
  const place = await databasePlace(dataDir, user !== undefined);
  const files = join(place, 'data');
  const programs = await reachablePrograms(place, user !== undefined);
  const as = { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } };
  if (!existsSync(join(files, 'PG_VERSION'))) await initialise(place, files, programs, password, as);
  await checkVersion(files);

  const server = await serverProcess({ place, files, control: join(programs, 'bin', 'pg_ctl'), as, flags });
  await server.start();
  const url = addressOf(server.port, password);
  const keep = await keepRunning(server, () => becomeOwner(url, dataDir));
  const lost = keep.lost.then(
    () =>
      new ConfigError(`The database in ${place} has ended and does not start again; ${server.log} says why.`),
  );
  return { url, stop: keep.stop, lost };
}

/** The address of the server of `dataDir` if it is running, whoever owns it; undefined if it is not. */
export async function runningEmbeddedPostgres(
  dataDir: string,
  password: string,
): Promise<string | undefined> {
  const files = join(dataDir, 'postgres', 'data');
  const port = await portOf(files).catch(() => undefined);
  if (port === undefined) return undefined;
  const url = addressOf(port, password);
  const client = new Client(url);
  return client
    .connect()
    .then(() => client.end())
    .then(
      () => url,
      () => undefined,
    );
}

function addressOf(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function reachablePrograms(place: string, asRoot: boolean): Promise<string> {
  const shipped = shippedBinaries();
  if (!asRoot || (await everyoneReaches(shipped))) {
    await completeLinks(shipped);
    return shipped;
  }
  const copy = join(place, 'programs');
  await copyBinaries(shipped, copy);
  await completeLinks(copy);
  return copy;
}

/** Makes the files beside their final name first, so that an interrupted start leaves nothing half made. */
async function initialise(
  place: string,
  files: string,
  programs: string,
  password: string,
  as: As,
): Promise<void> {
  const making = join(place, 'making');
  const passwordFile = join(place, 'password');
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined)
    for (const path of [place, making, passwordFile]) await chown(path, as.uid, as.gid);
  await run(
    join(programs, 'bin', 'initdb'),
    [
      '-D',
      making,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ],
    as,
  ).finally(() => rm(passwordFile, { force: true }));
  await rename(making, files);
}

async function checkVersion(files: string): Promise<void> {
  const found = (await readFile(join(files, 'PG_VERSION'), 'utf8')).trim();
  if (found !== majorVersion)
    throw new ConfigError(
      `The data in ${files} was made by PostgreSQL ${found}, this program brings ${majorVersion}. Choose another folder with DATA_DIR, or export and import the data.`,
    );
}

async function becomeOwner(url: string, dataDir: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'dvc_standalone_owner' });
  client.on('error', () => undefined);
  await client.connect();
  // A server that has just lost its owner to kill -9 may take a moment to notice.
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
      ownerLock,
    ]);
    if (rows[0]?.mine) return client;
    await setTimeout(200);
  }
  await client.end();
  throw new ConfigError(
    `Another start is already using the data in ${dataDir}. Stop it, or choose another folder with DATA_DIR.`,
  );
}
