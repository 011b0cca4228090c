import { newId, transaction } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import type { AccessEvent } from './access-event.entity.js';
import { type Access, recordAccess } from './record-access.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.close());

function access(more: Partial<Access> = {}): Access {
  return {
    at: new Date('2026-11-20T03:05:00Z'),
    actorKind: 'officer',
    actorId: newId(),
    agencyId: newId(),
    purpose: 'case-handling',
    subjectPersonId: newId(),
    caseId: newId(),
    what: 'case-file',
    ...more,
  };
}

async function recordedOf(caseId: string | null): Promise<AccessEvent[]> {
  const owner = await db.owner();
  return owner.query('SELECT * FROM audit.access_event WHERE case_id = $1', [caseId]);
}

test('each app records what was seen, many at once', async () => {
  for (const app of ['portal', 'desk', 'worker'] as const) {
    const { database } = await db.platform(app);
    const caseId = newId();
    await recordAccess(database.manager, [access({ caseId }), access({ caseId, what: 'attachment' })]);
    expect((await recordedOf(caseId)).map(({ what }) => what).toSorted()).toEqual([
      'attachment',
      'case-file',
    ]);
  }
});

test('nothing seen is nothing recorded', async () => {
  const { database } = await db.platform('desk');
  await expect(recordAccess(database.manager, [])).resolves.toBeUndefined();
});

test('a record that cannot be written takes the whole transaction with it', async () => {
  const { database } = await db.platform('desk');
  const kept = access();
  const withoutAgency = access({ agencyId: null });
  const reading = transaction(database, async (tx) => {
    await recordAccess(tx, [kept]);
    await recordAccess(tx, [withoutAgency]);
    return 'shown';
  });
  await expect(reading).rejects.toThrow('access_event_names_the_agency');
  expect(await recordedOf(kept.caseId)).toEqual([]);
});

test('what was recorded stands: no app may change or delete it, and a trigger stops the owner', async () => {
  const statements = ['UPDATE audit.access_event SET what = what', 'DELETE FROM audit.access_event'];
  for (const app of ['portal', 'desk', 'worker'] as const) {
    const { database } = await db.platform(app);
    for (const statement of statements)
      await expect(database.query(statement)).rejects.toThrow('permission denied');
  }
  const owner = await db.owner();
  for (const statement of [...statements, 'TRUNCATE audit.access_event CASCADE'])
    await expect(owner.query(statement)).rejects.toThrow('never changed or deleted');
});

async function read(app: 'portal' | 'desk' | 'worker'): Promise<unknown> {
  return (await db.platform(app)).database.query('SELECT 1 FROM audit.access_event LIMIT 1');
}

test('the portal shows it to those it is about and the desk to auditors; the worker has no business with it', async () => {
  await expect(read('portal')).resolves.toBeDefined();
  await expect(read('desk')).resolves.toBeDefined();
  await expect(read('worker')).rejects.toThrow('permission denied');
});

test('the database knows the same things that can be seen as the code', async () => {
  const { database } = await db.platform('desk');
  const unknown = access({ what: 'shopping-list' as 'case-file' });
  await expect(recordAccess(database.manager, [unknown])).rejects.toThrow('access_event_what_check');
});
