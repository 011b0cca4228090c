import { revisionInForce } from '#lib/catalogue';
import { newId } from '#lib/platform';
import { minh } from '../../../identity/test/people.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { textIn } from '../draft/page-form.fixture.js';

const morning = '2026-11-20T03:05:00Z';
let world: PortalWorld;
let lan: CitizenAtHome;
beforeAll(async () => {
  world = await createPortalWorld();
  lan = await world.citizen();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.db.clock.set(morning);
  await lan.browser.signIn();
  await setPerson({ assurance: 1, held: null });
});

async function setPerson({ assurance, held }: { assurance: number; held: string | null }): Promise<void> {
  await world.owner.query('UPDATE identity.person SET assurance = $2, held_until = $3 WHERE id = $1', [
    lan.id,
    assurance,
    held,
  ]);
}

/** A finished draft of a procedure that exists in this test alone and asks for more than the real one. */
async function draftAsking(more: { assurance?: number; freshMinutes?: number }): Promise<string> {
  const draft = await lan.draft();
  const { definition } = await revisionInForce(
    world.portal.database.manager,
    '1.001193',
    world.portal.clock.now(),
  );
  const id = newId();
  await world.owner.query(
    `INSERT INTO catalogue.revision (id, code, number, digest, definition, published_at, in_force_from)
     VALUES ($1, '9.000002', (SELECT count(*) + 1 FROM catalogue.revision WHERE code = '9.000002'), $2, $3, $4, $4)`,
    [id, id.replaceAll('-', '').padEnd(64, '0'), { ...definition, ...more, code: '9.000002' }, morning],
  );
  await world.owner.query('UPDATE applications.draft SET revision_id = $2 WHERE id = $1', [draft, id]);
  return draft;
}
const filed = (id: string) => world.owner.query('SELECT 1 FROM applications.application WHERE id = $1', [id]);

test('who is not known surely enough is shown how to be, and is led back to the very page once they are', async () => {
  const id = await draftAsking({ assurance: 2 });
  const signing = `/drafts/${id}/signing`;
  const sent = await lan.get(signing);
  const way = `/account/identity?needed=2&next=${encodeURIComponent(signing)}`;
  expect([sent.status, sent.headers.location]).toEqual([303, way]);
  const page = await lan.get(way);
  expect(textIn(page.text)).toContain('cần danh tính ở mức 2');
  expect(page.text).toContain(`/account/identity/counter?next=${encodeURIComponent(signing)}`);
  expect(page.text).not.toContain(`href="${signing}"`);
  await setPerson({ assurance: 2, held: null });
  expect((await lan.get(way)).text).toContain(`href="${signing}"`);
  expect((await lan.get(signing)).status).toBe(200);
  expect((await lan.sign(id)).headers.location).toBe(`/applications/${id}/receipt`);
});

test('a signature made while the level was high enough is refused once it is not', async () => {
  const id = await draftAsking({ assurance: 2 });
  await setPerson({ assurance: 2, held: null });
  const assertion = await lan.assertion(id);
  await setPerson({ assurance: 1, held: null });
  expect((await lan.post(`/drafts/${id}/signing`, { assertion })).status).toBe(403);
  expect(await filed(id)).toEqual([]);
});

test('within a day of a recovery nothing of level 2 is filed, and the page says until when', async () => {
  const id = await draftAsking({ assurance: 2 });
  await setPerson({ assurance: 2, held: '2026-11-21T02:00:00Z' });
  const held = await lan.get(`/drafts/${id}/signing`);
  expect(held.status).toBe(403);
  expect(textIn(held.text)).toContain('trước 09:00 ngày 21/11/2026');
  await setPerson({ assurance: 2, held: null });
  const assertion = await lan.assertion(id);
  await setPerson({ assurance: 2, held: '2026-11-21T02:00:00Z' });
  expect((await lan.post(`/drafts/${id}/signing`, { assertion })).status).toBe(403);
  expect(await filed(id)).toEqual([]);
  const ordinary = await lan.draft();
  expect((await lan.get(`/drafts/${ordinary}/signing`)).status).toBe(200);
});

/** Shows again that it is her, as the page that `way` leads to does; returns where it leads back to. */
async function stepUp(way: string | undefined): Promise<string> {
  expect(way).toMatch(/^\/step-up\?next=/);
  const next = new URL(way ?? '', 'http://localhost').searchParams.get('next');
  const credential = await lan.browser.assertion('/step-up/challenge');
  return (await lan.browser.postJson('/step-up', { credential, next })).body.next;
}

test('who signed in twenty minutes ago shows again that it is them before starting what asks for it', async () => {
  world.db.clock.advance(20 * 60_000);
  const start = '/procedures/9.000104/start';
  expect((await lan.post('/procedures/9.000104/drafts')).status).toBe(303);
  expect(await stepUp((await lan.get(start)).headers.location)).toBe(start);
  expect((await lan.get(start)).status).toBe(200);
  expect((await lan.post('/procedures/9.000104/drafts')).headers.location).toMatch(/^\/drafts\//);
  expect((await lan.get('/procedures/1.001193/start')).status).toBe(200);
});

test('and signs it, once, with the passkey that is asked for over it, however long filling it in took', async () => {
  const id = await draftAsking({ freshMinutes: 15 });
  world.db.clock.advance(25 * 60_000);
  expect((await lan.get(`/drafts/${id}/signing`)).status).toBe(200);
  expect((await lan.sign(id)).headers.location).toBe(`/applications/${id}/receipt`);
});

test('who cannot start a procedure yet is shown how to, instead of a refusal', async () => {
  await setPerson({ assurance: 0, held: null });
  const start = '/procedures/1.001193/start';
  const way = `/account/identity?needed=1&next=${encodeURIComponent(start)}`;
  expect((await lan.get(start)).headers.location).toBe(way);
  expect((await lan.post('/procedures/1.001193/drafts')).headers.location).toBe(way);
});

test('the page about one’s identity is for citizens alone, and leads to no other site', async () => {
  const other = await world.citizen(minh);
  const page = await other.get('/account/identity?needed=1&next=//elsewhere.example');
  expect(page.text).not.toContain('elsewhere.example"');
  await other.post('/sign-out');
  expect((await other.get('/account/identity')).headers.location).toMatch(/^\/sign-in\?next=/);
});
