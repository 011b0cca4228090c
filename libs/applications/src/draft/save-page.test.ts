import { transaction } from '#lib/platform';
import { type Citizen, createDraftWorld, type DraftWorld } from './draft-world.fixture.js';
import { discardDraft } from './discard-draft.js';
import { openDraft } from './open-draft.js';
import { pageState } from './page-state.js';
import { readDraft } from './read-draft.js';
import { savePage } from './save-page.js';
import { startDraft } from './start-draft.js';

const code = '1.001193';
let world: DraftWorld;
let minh: Citizen;
let lan: Citizen;

beforeAll(async () => {
  world = await createDraftWorld();
  minh = await world.citizen();
  lan = await world.citizen({ name: 'Phạm Thị Lan', idNumber: '034197008816' });
});
afterAll(() => world.close());

const start = (who = minh) =>
  transaction(world.platform.database, (tx) => startDraft(tx, world.platform, who.principal, code));
const open = (id: string, who = minh) =>
  openDraft(world.platform.database.manager, world.platform, who.principal, id);
const save = (draftId: string, pageId: string, body: unknown, { seen = '', who = minh } = {}) =>
  transaction(world.platform.database, (tx) =>
    savePage(tx, world.platform, who.principal, { draftId, pageId, body, seen }),
  );
/** What a page opened now would send back as `seen`. */
const seenNow = async (id: string, pageId: string) => {
  const { form, content } = await open(id);
  const page = form.pages.find((each) => each.id === pageId);
  return page ? pageState(page, content) : '';
};

test('a button pressed twice starts one draft, also in the same instant, until something is saved', async () => {
  const drafts = await Promise.all([start(lan), start(lan), start(lan)]);
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
  await save(drafts[0].id, 'child-name', { childName: 'Phạm Gia Linh' }, { who: lan });
  expect((await start(lan)).id).not.toBe(drafts[0].id);
});

test('a draft stays on the revision it was started on and holds nothing readable in its row', async () => {
  const { id } = await start();
  await save(id, 'child-name', { childName: 'Nguyễn Trần Ánh Nguyệt' });
  const [row] = await (await world.db.owner()).query('SELECT * FROM applications.draft WHERE id = $1', [id]);
  expect(row).toMatchObject({ code, version: 2, person_id: minh.principal.id });
  expect(JSON.stringify(row)).not.toContain('Nguyệt');
});

test('what can be read is saved although something else on the page is wrong, and what was typed stays', async () => {
  const { id } = await start();
  const result = await save(id, 'child-birth', {
    'childBirthDate-day': '31',
    'childBirthDate-month': '2',
    'childBirthDate-year': 'hai nghìn',
    'childBirthPlace-province': '01',
    'childBirthPlace-commune': '00082',
    'childBirthPlace-detail': 'Bệnh viện Phụ sản',
  });
  expect(result).toMatchObject({
    outcome: 'wrong',
    errors: [{ field: 'childBirthDate', code: 'date-year' }],
  });
  const { content } = await open(id);
  expect(content.answers.childBirthPlace).toMatchObject({ commune: '00082' });
  expect(content.typed['child-birth']).toEqual({
    'childBirthDate-day': '31',
    'childBirthDate-month': '2',
    'childBirthDate-year': 'hai nghìn',
  });
  expect(content.done).not.toContain('child-birth');
});

test('what was mended is kept as typed no longer', async () => {
  const { id } = await start();
  await save(id, 'contact', { requesterPhone: '12', requesterEmail: '' });
  const seen = await seenNow(id, 'contact');
  expect(
    await save(id, 'contact', { requesterPhone: '0912 345 678', requesterEmail: '' }, { seen }),
  ).toMatchObject({
    outcome: 'saved',
  });
  const { content } = await open(id);
  expect(content.typed).toEqual({});
  expect(content.answers.requesterPhone).toBe('0912345678');
  expect(content.done).toContain('contact');
});

test('a second tab that saved something else is not overwritten', async () => {
  const { id } = await start();
  const seen = await seenNow(id, 'child-name');
  await save(id, 'child-name', { childName: 'Nguyễn Ánh Nguyệt' }, { seen });
  const late = await save(id, 'child-name', { childName: 'Nguyễn Minh Nguyệt' }, { seen });
  expect(late).toMatchObject({
    outcome: 'conflict',
    posted: { answers: { childName: 'Nguyễn Minh Nguyệt' } },
  });
  expect((await open(id)).content.answers.childName).toBe('Nguyễn Ánh Nguyệt');
});

test('a second tab that saved the same is no conflict', async () => {
  const { id } = await start();
  const seen = await seenNow(id, 'child-name');
  await save(id, 'child-name', { childName: 'Nguyễn Ánh Nguyệt' }, { seen });
  expect(
    await save(id, 'child-name', { childName: ' nguyễn  Ánh Nguyệt'.replace('nguyễn', 'Nguyễn') }, { seen }),
  ).toMatchObject({
    outcome: 'saved',
  });
});

test('two pages saved in the same instant are both kept', async () => {
  const { id } = await start();
  await Promise.all([
    save(id, 'child-name', { childName: 'Nguyễn Ánh Nguyệt' }),
    save(id, 'child-sex', { childSex: 'female' }),
    save(id, 'contact', { requesterPhone: '0912345678', requesterEmail: '' }),
  ]);
  const { content, draft } = await open(id);
  expect(content.answers).toMatchObject({
    childName: 'Nguyễn Ánh Nguyệt',
    childSex: 'female',
    requesterPhone: '0912345678',
  });
  expect(content.done.toSorted()).toEqual(['child-name', 'child-sex', 'contact']);
  expect(draft.version).toBe(4);
});

test('a draft is there for its owner alone', async () => {
  const { id } = await start();
  const refused = { code: 'not-found', status: 404 };
  const { database } = world.platform;
  await expect(open(id, lan)).rejects.toMatchObject(refused);
  await expect(readDraft(database.manager, world.platform, lan.principal, id)).rejects.toMatchObject(refused);
  await expect(save(id, 'child-name', { childName: 'X' }, { who: lan })).rejects.toMatchObject(refused);
  await expect(transaction(database, (tx) => discardDraft(tx, lan.principal, id))).rejects.toMatchObject(
    refused,
  );
  expect((await open(id)).content.answers).toEqual({});
});

test('a page the form does not have is refused', async () => {
  const { id } = await start();
  await expect(save(id, '__proto__', {})).rejects.toMatchObject({ code: 'not-found', status: 404 });
});

test('an identity that is not sure enough cannot start', async () => {
  const unsure = await world.citizen({ name: 'Lê Văn Tám', idNumber: '001090099999', assurance: 0 });
  await expect(start(unsure)).rejects.toMatchObject({
    code: 'assurance-too-low',
    status: 403,
    facts: { needed: 1, yours: 0 },
  });
});

test('a filed draft can be neither read nor written', async () => {
  const { id } = await start();
  await (await world.db.owner()).query(
    `UPDATE applications.draft SET submitted_at = now(), answers_sealed = '' WHERE id = $1`,
    [id],
  );
  await expect(open(id)).rejects.toMatchObject({ code: 'draft-filed', status: 410 });
  await expect(save(id, 'child-name', {})).rejects.toMatchObject({ code: 'draft-filed' });
  await expect(
    transaction(world.platform.database, (tx) => discardDraft(tx, minh.principal, id)),
  ).rejects.toMatchObject({ code: 'draft-filed' });
});

test('answers on a branch that was left are kept, and not filed', async () => {
  const { id } = await start();
  await save(id, 'relationship', { relationship: 'father' });
  await save(id, 'birth-kind', { birthKind: 'both-parents' });
  await save(id, 'parents-married', { parentsMarried: 'yes' });
  await save(id, 'birth-kind', { birthKind: 'mother-unknown' }, { seen: await seenNow(id, 'birth-kind') });
  const { answers, visible } = await readDraft(
    world.platform.database.manager,
    world.platform,
    minh.principal,
    id,
  );
  expect(answers.parentsMarried).toBe(true);
  expect(visible).not.toHaveProperty('parentsMarried');
});
