import { Logger } from '@nestjs/common';
import { appointOfficer, findAgency } from '#lib/organisations';
import { refusalWords } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { checkOfficers } from '../definition/check-officers.js';
import { revisionById } from './revision-by-id.js';
import { revisionInForce } from './revision-in-force.js';

describe('the revision in force', () => {
  let db: TestDatabase;
  let start: (code: string) => ReturnType<typeof revisionInForce>;
  beforeAll(async () => {
    db = await createTestDatabase();
    const { manager } = (await db.platform('portal')).database;
    start = (code) => revisionInForce(manager, code, db.clock.now());
  }, 120_000);
  afterAll(() => db.close());

  it('is published at the first start, and the same at the next', async () => {
    const first = await start('1.001193');
    expect(first).toMatchObject({ code: '1.001193', number: 1, definition: { authority: 'commune' } });
    expect((await start('1.001193')).id).toBe(first.id);
    const { manager } = await db.owner();
    expect((await revisionById(manager, first.id)).definition).toEqual(first.definition);
  });

  it('is one for two who start in the same instant', async () => {
    const [one, other] = await Promise.all([start('1.000894'), start('1.000894')]);
    expect(one.id).toBe(other.id);
  });

  it('can be checked against the officers there are: a role nobody holds is named with its place', async () => {
    const { manager } = await db.owner();
    const { definition } = await start('1.001193');
    const { id: agencyId = '' } = (await findAgency(manager, { communeCode: '00082' })) ?? {};
    const at = new Date('2020-01-01T00:00:00Z');
    for (const role of ['intake', 'case'] as const)
      await appointOfficer(manager, { staffNumber: role, fullName: 'Trần Thanh Mai', role, agencyId, at });
    expect(await checkOfficers(manager, definition, db.clock.now())).toEqual([
      {
        path: expect.stringMatching(/^workflow\.states\.awaiting-decision\.on\..*\.by$/),
        code: 'role-without-officers',
        facts: { role: 'approver', agency: 'commune/committee' },
      },
    ]);
  });

  it('is published where nobody holds a role, and the log says so once', async () => {
    const warned: string[] = [];
    const keep = (message: string) => warned.push(message);
    Logger.overrideLogger({ log: keep, error: keep, warn: keep });
    await start('1.004222');
    db.clock.advance(1);
    await start('1.004222');
    Logger.overrideLogger(true);
    expect(warned).toEqual([
      expect.stringMatching(/^1\.004222, revision 1: .*“approver” at commune\/police/),
    ]);
  });

  it('of a procedure nobody wrote a definition for is the standard one', async () => {
    expect((await start('1.011728')).definition.assumptions.join()).toContain('national catalogue');
  });

  it.each(['3.000349', '1.002544'])('is refused in words for %s, which is not online', async (code) => {
    await expect(start(code)).rejects.toMatchObject({ code: 'not-online', status: 422 });
    for (const language of ['vi', 'en', 'fr'] as const)
      expect(refusalWords('not-online', language)).toBeDefined();
  });

  it.each(['9.999999', '\u0000', "1.001193'"])('is refused as unknown for %j', async (code) => {
    await expect(start(code)).rejects.toMatchObject({ code: 'procedure-not-found', status: 404 });
  });
});
