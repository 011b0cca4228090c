import { publishRevision, type ServiceDefinition, shippedDefinition } from '#lib/catalogue';
import { newId } from '#lib/platform';
import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { actingOfficer } from '../../../../test/known-officer.js';
import { birthAnswers, type Filed, fileApplication } from '../../../../test/file-application.js';
import { Application } from '../application/application.entity.js';
import { performAct } from './perform-act.js';

let world: DeskWorld;
let mai: OfficerAtWork;
let filed: Filed;

/** A birth registration with five working days, which a supplement suspends; filed on a Monday morning. */
beforeAll(async () => {
  world = await createDeskWorld();
  mai = await world.officer('Trần Thanh Mai', 'intake');
  world.db.clock.set('2026-11-16T03:05:00Z');
  const birth = shippedDefinition('1.001193') as ServiceDefinition;
  const deadline = { workingDays: 5, onSupplement: 'suspend' as const };
  const { manager } = world.portal.database;
  const revision = await publishRevision(manager, { ...birth, deadline }, world.portal.clock.now());
  filed = await fileApplication(world.owner, world.portal);
  await world.owner.query(
    `UPDATE applications.application SET revision_id = $2, due_at = '2026-11-23T10:00:00Z' WHERE id = $1`,
    [filed.id, revision.id],
  );
});
afterAll(() => world?.close());

test('an answered supplement leaves the rest of the term, stored and explained to officers', async () => {
  await perform('2026-11-18T04:00:00Z', 'request-supplement', 'intake', {
    items: [{ kind: 'field', id: 'childName', reason: 'Khác giấy chứng sinh.' }],
  });
  expect((await caseFile()).text).toContain('thời hạn còn lại chạy tiếp');
  await perform('2026-12-03T02:00:00Z', 'answer-supplement', 'citizen', { changed: [], others: [] });

  const application = await world.owner.getRepository(Application).findOneByOrFail({ id: filed.id });
  expect(application).toMatchObject({
    clockStoppedAt: null,
    suspensions: [{ from: '2026-11-18T04:00:00.000Z', to: '2026-12-03T02:00:00.000Z' }],
    dueAt: new Date('2026-12-08T10:00:00Z'),
  });
  // The first officer's session ended meanwhile.
  mai = await world.officer('Lương Quốc Bảo', 'intake');
  const { text } = await caseFile();
  expect(text).toContain('08/12/2026');
  expect(text).toMatch(/tạm dừng/i);
});

test('an application of another case has its time, from the filing on and counted anew', async () => {
  world.db.clock.set('2026-11-16T03:05:00Z');
  const birth = shippedDefinition('1.001193') as ServiceDefinition;
  const { manager } = world.portal.database;
  const revision = await publishRevision(
    manager,
    {
      ...birth,
      deadlineCases: [
        {
          id: 'no-certificate',
          title: { vi: 'khi không có giấy chứng sinh' },
          when: { eq: ['hasBirthCertificate', false] },
          deadline: { workingDays: 3, onSupplement: 'restart' },
        },
      ],
    },
    world.portal.clock.now(),
  );
  const found = (id: string) => world.owner.getRepository(Application).findOneByOrFail({ id });
  const answers = { ...birthAnswers, hasBirthCertificate: true };
  const usual = await fileApplication(world.owner, world.portal, { revision, answers });
  expect(await found(usual.id)).toMatchObject({
    deadlineCase: null,
    dueAt: new Date('2026-11-17T10:00:00Z'),
  });

  filed = await fileApplication(world.owner, world.portal, { revision });
  expect(await found(filed.id)).toMatchObject({
    deadlineCase: 'no-certificate',
    dueAt: new Date('2026-11-19T10:00:00Z'),
  });
  await perform('2026-11-17T04:00:00Z', 'request-supplement', 'intake', {
    items: [{ kind: 'field', id: 'childName', reason: 'Viết lại tên.' }],
  });
  await perform('2026-11-18T02:00:00Z', 'answer-supplement', 'citizen', { changed: [], others: [] });
  expect(await found(filed.id)).toMatchObject({ dueAt: new Date('2026-11-23T10:00:00Z') });
});

const caseFile = () => mai.browser.get(`/applications/${filed.id}`);

async function perform(
  at: string,
  event: string,
  as: 'intake' | 'citizen',
  details: Record<string, unknown>,
) {
  world.db.clock.set(at);
  const { version } = await world.owner.getRepository(Application).findOneByOrFail({ id: filed.id });
  const platform = as === 'citizen' ? world.portal : world.desk;
  await performAct(platform.database.manager, platform, {
    applicationId: filed.id,
    event,
    version,
    idempotencyKey: newId(),
    actor:
      as === 'citizen'
        ? { kind: 'citizen', id: newId(), name: 'Ai Đó' }
        : await actingOfficer(world.owner.manager, world.desk, 'Ai Đó'),
    as: [as],
    purpose: 'case-handling',
    details,
  });
}
