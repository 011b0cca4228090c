import {
  hoanKiem,
  createDeskWorld,
  type DeskWorld,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { lan } from '../../../../test/file-application.js';
import { noteAsPerson } from '../../../../test/known-officer.js';
import { causeOf } from './error-words.js';

let world: DeskWorld;
let huong: OfficerAtWork;

beforeAll(async () => {
  world = await createDeskWorld();
  huong = await world.officer('Lê Thu Hương', 'administrator');
});
afterAll(() => world?.close());
beforeEach(() => world.owner.query('DELETE FROM graphile_worker._private_jobs'));

/** A job as the worker leaves it once it has failed. */
async function failed(task: string, payload: object, error: string): Promise<string> {
  const [{ id }] = await world.owner.query('SELECT id FROM graphile_worker.add_job($1, $2::json)', [
    task,
    JSON.stringify(payload),
  ]);
  await world.owner.query(
    `UPDATE graphile_worker._private_jobs SET last_error = $2, attempts = 3, run_at = now() + interval '1 hour' WHERE id = $1`,
    [id, error],
  );
  return id;
}
const waiting = async (id: string) =>
  (
    await world.owner.query(
      'SELECT attempts, run_at <= now() AS due FROM graphile_worker._private_jobs WHERE id = $1',
      [id],
    )
  )[0];
const page = async ({ browser }: OfficerAtWork, path = '/stuck') => browser.get(path);

test('an administrator reads what fails, why and for which application, and nothing of what the error says', async () => {
  const { id, number } = await world.file();
  await failed(
    'inbox-entry',
    { applicationId: id, sequence: 1 },
    'connect ECONNREFUSED Phạm Thị Lan 001190012345',
  );
  const { text } = await page(huong);
  expect(text.replaceAll('<wbr/>', '')).toContain(number);
  expect(text).toContain('Ghi thông báo vào hộp thư của người nộp');
  expect(text).toContain('3 lần, thử lại');
  expect(text).not.toMatch(/Phạm Thị Lan|001190012345|ECONNREFUSED/);
  expect(text).toContain('Việc bị kẹt (1)');
});

test('what waits for its turn and has not failed is not stuck', async () => {
  await world.owner.query(`SELECT graphile_worker.add_job('follow-up', '{}'::json)`);
  const { text } = await page(huong);
  expect(text).toContain('Không có việc nào bị kẹt');
  expect(text).not.toContain('Việc bị kẹt (');
});

test('one is tried again, or all of its kind, and nothing else', async () => {
  const { id } = await world.file();
  const [one, two, mail] = [
    await failed('follow-up', { applicationId: id }, 'deadlock detected'),
    await failed('follow-up', { applicationId: id }, 'deadlock detected'),
    await failed('mail-notice', { entryId: id }, 'Greeting never received'),
  ];
  const answer = await huong.browser.postForm('/stuck/retries', { job: one });
  expect([answer.status, answer.headers.location]).toEqual([303, '/stuck?retried=1']);
  expect(await waiting(one)).toEqual({ attempts: 0, due: true });
  expect(await waiting(two)).toEqual({ attempts: 3, due: false });

  expect((await huong.browser.postForm('/stuck/retries', { kind: 'follow-up' })).headers.location).toBe(
    '/stuck?retried=2',
  );
  expect(await waiting(two)).toEqual({ attempts: 0, due: true });
  expect(await waiting(mail)).toEqual({ attempts: 3, due: false });
  expect((await page(huong, '/stuck?retried=2')).text).toContain('Đã cho thử lại 2 việc');
});

test('a job that a worker holds is left to it', async () => {
  const held = await failed('follow-up', {}, 'deadlock detected');
  await world.owner.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'somebody' WHERE id = $1`,
    [held],
  );
  expect((await huong.browser.postForm('/stuck/retries', { job: held })).headers.location).toBe(
    '/stuck?retried=0',
  );
  expect(await waiting(held)).toMatchObject({ attempts: 3 });
});

test('what concerns another agency is neither seen nor tried again', async () => {
  const { id, number } = await world.file({ commune: hoanKiem });
  const job = await failed('follow-up', { applicationId: id }, 'deadlock detected');
  expect((await page(huong)).text.replaceAll('<wbr/>', '')).not.toContain(number);
  for (const which of [{ job }, { kind: 'follow-up' }])
    expect((await huong.browser.postForm('/stuck/retries', which)).headers.location).toBe('/stuck?retried=0');
  expect(await waiting(job)).toEqual({ attempts: 3, due: false });
});

test('what every officer whose turn it is is kept from is told to the administrators, until somebody else has the role', async () => {
  const head = await world.officer('Trịnh Văn Trưởng', 'administrator', hoanKiem);
  const wife = await world.officer('Đào Thị Vợ', 'intake', hoanKiem, false);
  await noteAsPerson(world.owner.manager, world.desk, wife.id, {
    idNumber: '001190000777',
    household: [lan.idNumber],
  });
  const { number } = await world.file({ commune: hoanKiem });
  const { text } = await page(head);
  expect(text.replaceAll('<wbr/>', '')).toContain(number);
  expect(text).toContain('Hồ sơ không cán bộ nào được xử lý');
  expect(text).toMatch(/Việc bị kẹt \(\d\)/);
  expect(text).not.toContain(lan.fullName);
  expect((await page(huong)).text).not.toContain('Hồ sơ không cán bộ nào được xử lý');
  await world.officer('Nguyễn Văn Khác', 'intake', hoanKiem);
  expect((await page(head)).text).toContain('Không có việc nào bị kẹt');
});

test.each(['intake', 'approver', 'auditor'] as const)('for %s there is no such room', async (role) => {
  const officer = await world.officer(`Cán bộ ${role}`, role);
  const job = await failed('follow-up', {}, 'deadlock detected');
  expect((await page(officer)).status).toBe(404);
  expect((await officer.browser.postForm('/stuck/retries', { job })).status).toBe(404);
  expect(await waiting(job)).toEqual({ attempts: 3, due: false });
  expect((await page(officer, '/')).text).not.toContain('Việc bị kẹt');
});

test.each([{}, { job: 'x' }, { job: '' }, { job: '9'.repeat(30) }])(
  'a form that is not ours is refused: %j',
  async (body) => {
    expect((await huong.browser.postForm('/stuck/retries', body as Record<string, string>)).status).toBe(400);
  },
);

test.each([
  ['database', 'Connection terminated unexpectedly'],
  ['busy', 'canceling statement due to statement timeout'],
  ['away', 'fetch failed'],
  ['refused', '550 5.1.1 mailbox unavailable'],
  ['missing', 'Nothing carries out the effect invite-rating'],
  ['unexpected', 'x is not a function'],
])('%s is why: %s', (cause, message) => {
  expect(causeOf(message)).toBe(cause);
});
