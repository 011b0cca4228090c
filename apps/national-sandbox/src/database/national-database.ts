import { DataSource, type DataSourceOptions } from 'typeorm';
import { ConfigError } from '#lib/platform';
import { Enterprise } from '../business/enterprise.entity.js';
import { EnrolmentLetter } from '../officers/enrolment-letter.entity.js';
import { AccessEntry } from '../population/access-entry.entity.js';
import { Newborn } from '../population/newborn.entity.js';
import { Person } from '../population/person.entity.js';
import { ReceivedMail } from '../mail/received-mail.entity.js';
import { TextMessage } from '../sms/text-message.entity.js';
import { CreateNational1795400000100 } from './create-national.js';
import { KeepEnterprises1795400002000 } from './keep-enterprises.js';
import { KeepMail1795400002631 } from './keep-mail.js';
import { KeepOfficers1795400003741 } from './keep-officers.js';
import { KeepOpenid1795400001300 } from './keep-openid.js';

const entities = [Person, Newborn, Enterprise, AccessEntry, TextMessage, ReceivedMail, EnrolmentLetter];
const migrations = [
  CreateNational1795400000100,
  KeepOpenid1795400001300,
  KeepEnterprises1795400002000,
  KeepMail1795400002631,
  KeepOfficers1795400003741,
];
/** Only one start prepares the schema at a time. */
const prepareLock = 7_060_010;

/**
 * Brings schema `national` to the state this program needs and runs `seed` in it, as the owner of the database; then
 * connects as `dvc_national`, which sees that schema and nothing else.
 * Refuses (`ConfigError`) an unreachable database.
 */
export async function nationalDatabase(
  url: string,
  seed: (owner: DataSource) => Promise<void>,
): Promise<DataSource> {
  const owner = await connect(url, { poolSize: 2, migrations });
  const runner = owner.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [prepareLock]);
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS national;
      DO $$ BEGIN
        CREATE ROLE dvc_national NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$;
      DO $$ BEGIN
        IF NOT pg_has_role(current_user, 'dvc_national', 'MEMBER') THEN
          EXECUTE format('GRANT dvc_national TO %I', current_user);
        END IF;
      END $$;
    `);
    await owner.runMigrations({ transaction: 'each' });
    await seed(owner);
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await runner.release();
    await owner.destroy();
  }
  return connect(url, { poolSize: 8, extra: { options: '-c timezone=UTC -c role=dvc_national' } });
}

/** Rejects while the schema cannot be read: the readiness of the sandbox. */
export async function checkNational(database: DataSource): Promise<void> {
  await database.query('SELECT 1 FROM national.person LIMIT 1');
}

async function connect(url: string, options: Pick<DataSourceOptions, 'migrations' | 'extra' | 'poolSize'>) {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: 'national',
    entities,
    migrationsTableName: 'migration',
    applicationName: 'dvc_national',
    connectTimeoutMS: 5000,
    ...(options as object),
  });
  return database.initialize().catch((error: Error) => {
    throw new ConfigError(`The database in DATABASE_URL cannot be reached: ${error.message}.`, {
      cause: error,
    });
  });
}
