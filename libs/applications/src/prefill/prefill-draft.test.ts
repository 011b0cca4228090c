import { type PageDefinition, pageOf } from '#lib/forms';
import { transaction } from '#lib/platform';
import { type Citizen, createDraftWorld, type DraftWorld } from '../draft/draft-world.fixture.js';
import { ha, minh as minhInRegister } from '../draft/household.fixture.js';
import { openDraft } from '../draft/open-draft.js';
import { pageState } from '../draft/page-state.js';
import { savePage } from '../draft/save-page.js';
import { startDraft } from '../draft/start-draft.js';
import { prefillDraft } from './prefill-draft.js';

let world: DraftWorld;
let minh: Citizen;
let id: string;

beforeAll(async () => {
  world = await createDraftWorld();
  minh = await world.citizen();
});
beforeEach(async () => {
  Object.assign(world.register, { members: [minhInRegister, ha], away: false, asked: [] });
  const { database } = world.platform;
  ({ id } = await transaction(database, (tx) => startDraft(tx, world.platform, minh.principal, '1.001193')));
  await save('relationship', { relationship: 'father' });
  await save('birth-kind', { birthKind: 'both-parents' });
});
afterEach(() => minh.post(`/drafts/${id}/removal`));
afterAll(() => world.close());

const open = () => openDraft(world.platform.database.manager, world.platform, minh.principal, id);
const save = (pageId: string, body: unknown) =>
  transaction(world.platform.database, async (tx) => {
    const { form, content } = await openDraft(tx, world.platform, minh.principal, id);
    const seen = pageState(pageOf(form, pageId) as PageDefinition, content);
    const { outcome } = await savePage(tx, world.platform, minh.principal, {
      draftId: id,
      pageId,
      body,
      seen,
    });
    expect(outcome).not.toBe('conflict');
  });
async function show(pageId: string) {
  const opened = await open();
  const page = pageOf(opened.form, pageId) as PageDefinition;
  return prefillDraft(world.platform, world.register, minh.principal, opened, page);
}

test('the mother of a father’s child is the wife the register knows, with her own data', async () => {
  const { opened } = await show('mother');
  expect(opened.content.answers).toMatchObject({
    motherName: 'Trần Thị Thu Hà',
    motherBirthDate: '1993-08-25',
    motherNationality: 'VN',
  });
  expect(opened.draft.sources.motherName).toEqual({
    source: 'population-register',
    key: 'spouse.name',
    at: world.platform.clock.now().toISOString(),
    known: true,
    kept: true,
  });
  expect(world.register.asked).toEqual(['prefill:1.001193 household']);
});

test('nobody but the applicant is looked up for a page about the applicant', async () => {
  await show('requester');
  expect(world.register.asked).toEqual(['prefill:1.001193']);
});

test('the register is asked once a page, not each time it is shown', async () => {
  await show('mother');
  await show('mother');
  expect(world.register.asked).toHaveLength(1);
});

test('what the citizen wrote is never overwritten', async () => {
  await save('mother', { motherName: 'Trần Thu Hà' });
  const { opened } = await show('mother');
  expect(opened.content.answers).toMatchObject({ motherName: 'Trần Thu Hà', motherNationality: 'VN' });
});

test('what the citizen emptied stays empty', async () => {
  await show('mother');
  await save('mother', { motherName: '' });
  expect((await show('mother')).opened.content.answers.motherName).toBeUndefined();
});

test('a dead wife is nobody’s data', async () => {
  world.register.members = [minhInRegister, { ...ha, deceased: true }];
  expect((await show('mother')).opened.content.answers.motherName).toBeUndefined();
});

test('while the register is away nothing is filled in, and later it is', async () => {
  world.register.away = true;
  const away = await show('mother');
  expect(away.registerAway).toBe(true);
  expect(away.opened.content.answers.motherName).toBeUndefined();
  world.register.away = false;
  const back = await show('mother');
  expect(back.registerAway).toBe(false);
  expect(back.opened.content.answers.motherName).toBe('Trần Thị Thu Hà');
});

test('filling in is no saving by the citizen', async () => {
  const { savedAt } = (await open()).draft;
  expect((await show('mother')).opened.draft.savedAt).toEqual(savedAt);
});

test('who has no account data to ask with is a fault, not an empty form', async () => {
  const nobody = { ...minh.principal, id: '00000000-0000-7000-8000-000000000000' };
  const opened = await open();
  const page = pageOf(opened.form, 'mother') as PageDefinition;
  await expect(prefillDraft(world.platform, world.register, nobody, opened, page)).rejects.toThrow(
    'Could not find any entity',
  );
});
