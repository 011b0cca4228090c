import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { beginNew, smallDefinition } from '../draft/designers.fixture.js';
import type { Look } from './look.js';

const code = '9.770402';
let world: DeskWorld;
let yen: OfficerAtWork;
let draft: string;

beforeAll(async () => {
  world = await createDeskWorld();
  yen = await world.officer('Vương Thị Hải Yến', 'designer');
  draft = await beginNew(yen.browser, code);
}, 120_000);
afterAll(() => world?.close());

const look = async (text: string, who = yen) => who.browser.postJson(`${draft}/look`, { text });
const version = async () =>
  (await world.owner.query('SELECT version FROM designing.draft_revision WHERE code = $1', [code]))[0]
    .version;

test('the language of definitions and a look at a text are for designers alone', async () => {
  const approver = await world.officer('Phan Thị Hoài An', 'approver');
  expect((await approver.browser.get('/design/schema')).status).toBe(404);
  expect((await look('a: 1', approver)).status).toBe(404);
  const { status, body } = await yen.browser.get('/design/schema', { accept: 'application/json' });
  expect([status, Object.keys(body.properties)]).toEqual([200, expect.arrayContaining(['workflow', 'form'])]);
});

test('what is typed is looked at without being saved: what is wrong by line, and the workflow drawn', async () => {
  const before = await version();
  const whole = (await look(smallDefinition(code))).body as Look;
  expect(whole).toMatchObject({ findings: [], summary: 'Không còn điều gì phải sửa' });
  expect(whole.picture).toMatchObject({ src: expect.stringMatching(/^data:image\/svg\+xml;base64,/) });
  const instant = smallDefinition(code).replace(/^workflow: .*$/m, 'workflow: instant');
  expect(instant).toContain('workflow: instant');
  expect(((await look(instant)).body as Look).picture?.src).not.toBe(whole.picture?.src);
  const wrong = (await look(`${smallDefinition(code)}\nauthorit: commune\n`)).body as Look;
  expect(wrong.findings).toEqual([{ line: expect.any(Number), text: expect.stringContaining('authorit') }]);
  expect(wrong.summary).toBe('Còn 1 điều phải sửa');
  expect(await version()).toBe(before);
});

test('whatever is posted is refused in words or looked at', async () => {
  for (const text of [
    '',
    '[',
    '\0',
    '{{{{',
    'workflow: standard',
    `a: ${'['.repeat(5000)}`,
    'a: &a [*a, *a]',
  ])
    expect((await look(text)).status).toBe(200);
  for (const body of [{}, { text: 1 }, []])
    expect((await yen.browser.postJson(`${draft}/look`, body)).status).toBe(400);
});
