import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import { newId } from '#lib/platform';
import { birthAnswers, type Filed } from '../../../../test/file-application.js';
import { performAct } from '../act/perform-act.js';
import { recordAct } from '../act/record-act.js';

let world: DeskWorld;
let mai: OfficerAtWork;

beforeEach(async () => {
  world = await createDeskWorld();
  mai = await world.officer('Trần Thanh Mai', 'intake');
});
afterEach(() => world?.close());

const numbersIn = (page: string): string[] =>
  [...page.matchAll(/<th role="rowheader"[^>]*>(.*?)<\/th>/g)].map(([, cell]) =>
    (cell ?? '').replace(/<[^>]*>/g, ''),
  );
const queueOf = async ({ browser }: OfficerAtWork, path = '/'): Promise<string> =>
  (await browser.get(path)).text;

test('the most urgent application stands first, the overdue above all', async () => {
  world.db.clock.set('2026-11-18T02:00:00Z');
  const late = await world.file();
  world.db.clock.set('2026-11-20T02:00:00Z');
  const later = await world.file({ applicant: { fullName: 'H’Hen Niê', idNumber: '066190000001' } });
  world.db.clock.set('2026-11-19T02:00:00Z');
  const today = await world.file();
  world.db.clock.set('2026-11-20T03:05:00Z');
  await signInAgain(mai);

  const page = await queueOf(mai);
  expect(numbersIn(page)).toEqual([late.number, today.number, later.number]);
  expect(page).toContain('<span class="late">quá hạn 17 giờ</span>');
  expect(page).toContain('hôm nay 17:00');
  expect(page).toContain('thứ Hai 23/11');
  expect(page).toContain('H’Hen Niê');
  expect(countsIn(page)).toMatchObject({
    'đang mở': 3,
    'quá hạn': 1,
    'đến hạn hôm nay': 1,
    'chờ tôi tiếp nhận': 3,
  });
});

test('only applications of agencies where the officer holds a role are in the queue', async () => {
  const ours = await world.file();
  await world.file({ commune: hoanKiem });
  expect(numbersIn(await queueOf(mai))).toEqual([ours.number]);
});

test('an empty queue says what will come', async () => {
  expect(await queueOf(mai)).toContain('Chưa có hồ sơ nào đang mở');
  expect(await queueOf(mai, '/?show=overdue')).toContain('Không có hồ sơ nào khớp');
});

test('what waits for the officer is counted by role and leads to the list', async () => {
  const toan = await world.officer('Nguyễn Đức Toàn', 'case');
  await world.file();
  const page = await queueOf(toan);
  expect(countsIn(page)).toMatchObject({ 'đang mở': 1, 'chờ tôi thụ lý': 0 });
  expect(countsIn(page)).not.toHaveProperty('chờ tôi tiếp nhận');
  expect(numbersIn(await queueOf(toan, '/?turn=my-case'))).toEqual([]);
  expect(numbersIn(await queueOf(toan, '/?turn=intake'))).toHaveLength(1);
});

test('a filter narrows the list and a nonsensical one is none', async () => {
  const filed = await world.file();
  for (const path of [
    '/?procedure=1.001193',
    '/?status=1',
    '/?show=nonsense&status=77&page=-3&turn[]=x',
    '/?turn=my-intake',
  ])
    expect(numbersIn(await queueOf(mai, path))).toEqual([filed.number]);
  for (const path of [
    '/?procedure=9.999999',
    '/?status=5',
    '/?show=closed',
    '/?turn=citizen',
    '/?show=answered',
  ])
    expect(numbersIn(await queueOf(mai, path))).toEqual([]);
});

test('a whole number leads to its application, the end of one and an ID number to those that have it', async () => {
  const lan = await world.file();
  const hen = await world.file({ applicant: { fullName: 'H’Hen Niê', idNumber: '066190000001' } });
  const search = (sought: string) => mai.browser.postForm('/search', { sought });

  expect((await search(` ${lan.number.toLowerCase()} `)).headers.location).toBe(`/applications/${lan.id}`);
  const end = await search('0002');
  expect(end.headers.location).toBe('/?number=0002');
  expect(numbersIn(await queueOf(mai, '/?number=0002'))).toEqual([hen.number]);
  const person = await search('066190000001');
  expect(person.headers.location).toBe(`/?applicant=${hen.personId}`);
  expect(numbersIn(await queueOf(mai, person.headers.location))).toEqual([hen.number]);
});

test('a person without a case at the officer’s agency is found no more than one who does not exist', async () => {
  await world.file({ commune: hoanKiem });
  const elsewhere = await mai.browser.postForm('/search', { sought: '001190012345' });
  const nobody = await mai.browser.postForm('/search', { sought: '001190099999' });
  expect(elsewhere.headers.location).toBe('/?applicant=none');
  expect(nobody.headers.location).toBe('/?applicant=none');
});

test.each(['  ', '00119001234', '0011900123456', 'phạm thị lan'])(
  'a search for “%s” says what can be searched for, and nothing of it stands in an address',
  async (sought) => {
    const response = await mai.browser.postForm('/search', { sought });
    expect([response.status, response.headers.location]).toEqual([422, undefined]);
    expect(response.text).toContain('Nhập mã hồ sơ');
  },
);

test('an ID number is understood however it is written', async () => {
  const { personId } = await world.file();
  for (const sought of ['001190012345', '001 190 012 345', '001.190.012.345', '００１１９００１２３４５'])
    expect((await mai.browser.postForm('/search', { sought })).headers.location).toBe(
      `/?applicant=${personId}`,
    );
});

test('each row an officer sees is recorded, with whose it is and why', async () => {
  const filed = [await world.file(), await world.file()];
  await queueOf(mai);
  expect(await accesses()).toEqual(
    filed.map(({ id, personId }) => ({
      actor_id: mai.id,
      subject_person_id: personId,
      case_id: id,
      what: 'queue-row',
      purpose: 'case-handling',
    })),
  );
});

test('a queue that cannot be recorded is not shown', async () => {
  await world.file();
  await world.owner.query('REVOKE INSERT ON audit.access_event FROM dvc_desk');
  const response = await mai.browser.get('/');
  expect(response.status).toBe(500);
  expect(response.text).not.toContain('Phạm Thị Lan');
});

test('fifty rows make a page', async () => {
  const all: Filed[] = [];
  for (let count = 0; count < 51; count += 1) all.push(await world.file());
  expect(numbersIn(await queueOf(mai))).toHaveLength(50);
  const second = await queueOf(mai, '/?page=2');
  expect(numbersIn(second)).toHaveLength(1);
  expect(second).toContain('51 hồ sơ');
});

test('an answered supplement stays marked whatever the clock says, until an officer acts', async () => {
  const { id } = await world.file();
  const tx = world.owner.manager;
  const officer = { kind: 'officer' as const, id: mai.id, name: mai.name };
  const citizen = { kind: 'citizen' as const, id: null, name: 'Phạm Thị Lan' };
  const act = (version: number) => ({
    applicationId: id,
    version,
    idempotencyKey: newId(),
    purpose: 'test',
    details: {},
  });
  const answered = async () => (await queueOf(mai, '/?show=answered')).includes('Bổ sung đã về</strong>');
  await performAct(tx, world.desk, {
    ...act(1),
    event: 'request-supplement',
    actor: officer,
    as: ['intake'],
  });
  expect(await answered()).toBe(false);
  const answers = { answers: birthAnswers, sources: {} };
  const answer = { ...act(2), event: 'answer-supplement', actor: citizen, as: ['citizen' as const], answers };
  await performAct(tx, world.desk, answer);
  const system = { kind: 'system' as const, id: null, name: '' };
  await recordAct(tx, world.desk, { ...act(3), type: 'warn-deadline', actor: system });
  expect(await answered()).toBe(true);
  expect(countsIn(await queueOf(mai))).toMatchObject({ 'đang mở': 1, 'bổ sung đã về': 1 });
  await performAct(tx, world.desk, { ...act(4), event: 'accept', actor: officer, as: ['intake'] });
  expect(await answered()).toBe(false);
});

test('closed applications stand behind the open ones, the last closed first', async () => {
  const [first, second, open] = [await world.file(), await world.file(), await world.file()];
  const officer = { kind: 'officer' as const, id: mai.id, name: mai.name };
  for (const { id } of [second, first]) {
    world.db.clock.advance(60_000);
    await performAct(world.owner.manager, world.desk, {
      applicationId: id,
      event: 'refuse',
      version: 1,
      idempotencyKey: newId(),
      actor: officer,
      as: ['intake'],
      purpose: 'test',
      details: {},
    });
  }
  expect(numbersIn(await queueOf(mai, '/?show=all'))).toEqual([open, first, second].map((one) => one.number));
  expect(numbersIn(await queueOf(mai, '/?show=closed&status=3'))).toEqual([first.number, second.number]);
  expect(numbersIn(await queueOf(mai, '/?show=all&page=2'))).toEqual([]);
  expect(numbersIn(await queueOf(mai, '/?show=closed&turn=citizen'))).toEqual([]);
});

test('nobody but an officer sees the queue', async () => {
  const { browser } = mai;
  browser.cookies.clear();
  const response = await browser.get('/');
  expect([response.status, response.headers.location]).toEqual([303, '/sign-in?next=%2F']);
});

async function signInAgain({ browser }: OfficerAtWork): Promise<void> {
  const signedIn = await browser.signIn();
  if (signedIn.status !== 200) throw new Error(`Sign-in ended with ${signedIn.status}`);
}

function countsIn(page: string): Record<string, number> {
  const links = page.matchAll(/count-links__count">(\d+)<\/span> <span>([^<]*)</g);
  return Object.fromEntries([...links].map(([, count, text]) => [text, Number(count)]));
}

async function accesses(): Promise<Record<string, string>[]> {
  return world.owner.query(
    'SELECT actor_id, subject_person_id, case_id, what, purpose FROM audit.access_event ORDER BY case_id',
  );
}
