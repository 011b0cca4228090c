import { namedWorkflow, type ServiceDefinition } from '#lib/catalogue';
import { findAgency } from '#lib/organisations';
import { loadConfig, newId, Platform, systemClock } from '#lib/platform';
import { WebSettings } from '#lib/web';
import type { Actor } from '#lib/workflow';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import { PortalModule } from '../apps/portal/src/portal.module.js';
import { hiddenIn, textIn } from '../libs/applications/src/draft/page-form.fixture.js';
import { lan as mother } from '../libs/identity/test/people.js';
import { actOn } from './act-on.js';
import { createDeskBeside, type DeskBeside, type SeatedOfficer } from './desk-beside.js';
import { fileApplication } from './file-application.js';
import { testSecrets } from './new-database.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from './portal-world.js';
import { putUnder } from './put-under.js';
import { routesOf } from './routes-of.js';
import { workOff } from './work-off.js';

/** A form as somebody sends it, and of which tables it makes how many rows. */
interface Posting {
  by: { postForm: SeatedOfficer['postForm'] };
  path: string;
  fields: Record<string, string | string[]>;
  makes: Record<string, number>;
}

const hoanKiem = '00070';
const oneEvent = { 'applications.event': 1, 'applications.outbox': 1 };

let world: PortalWorld;
let desk: DeskBeside;
let worker: Platform;
let lan: CitizenAtHome;
let mai: SeatedOfficer;
let toan: SeatedOfficer;
let hong: SeatedOfficer;
let cuc: SeatedOfficer;
let lien: SeatedOfficer;

beforeAll(async () => {
  world = await createPortalWorld();
  desk = await createDeskBeside(world.db, world.owner);
  worker = await world.db.platform('worker');
  lan = await world.citizen();
  mai = await desk.officer('Trần Thanh Mai', 'intake');
  toan = await desk.officer('Nguyễn Đức Toàn', 'case');
  cuc = await desk.officer('Tống Thị Kim Cúc', 'cashier');
  lien = await desk.officer('Hoàng Thị Bích Liên', 'administrator');
  hong = await desk.officer('Lê Thị Hồng', 'case', { communeCode: hoanKiem });
});
afterAll(async () => {
  await desk?.close();
  await world?.close();
});

/** An application of Lan's that nobody has touched. */
async function filed(): Promise<string> {
  return (await fileApplication(world.owner, world.portal, { applicant: mother })).id;
}

const act = (id: string, event: string, as: Actor, details = {}) =>
  actOn({ owner: world.owner, desk: desk.platform, portal: world.portal }, id, event, as, details);

const first = () => ({ version: '1', key: newId() });
const second = () => ({ version: '2', key: newId() });
const put = (id: string, change: (definition: ServiceDefinition) => ServiceDefinition) =>
  putUnder(world.owner, world.portal, id, change);

/** An application that other agencies can be asked about. */
async function examined(): Promise<string> {
  const id = await filed();
  await put(id, (definition) => ({ ...definition, workflow: namedWorkflow('consultation') }));
  await act(id, 'accept', 'intake');
  return id;
}

async function asked(): Promise<Posting> {
  const id = await examined();
  const agency = await findAgency(world.owner.manager, { communeCode: hoanKiem });
  return {
    by: toan,
    path: `/applications/${id}/consultation/consult`,
    fields: { ...second(), agency: agency?.id ?? '', question: 'Có trùng hồ sơ nào không?' },
    makes: oneEvent,
  };
}

/** An application whose fee is to be paid to the cashier: where, and the hidden fields there. */
async function due() {
  const id = await filed();
  const workflow = namedWorkflow('payment-before-processing');
  await put(id, (definition) => ({ ...definition, fee: { amountDong: 50_000 }, workflow }));
  await act(id, 'accept', 'intake');
  await workOff(world.owner, worker);
  const [{ id: order }] = await world.owner.query(
    'SELECT id FROM payments.payment_order WHERE application_id = $1',
    [id],
  );
  return { id, path: `/payments/${order}` };
}

let receipts = 0;
async function paid() {
  const { id, path } = await due();
  const fields = { key: newId(), amount: '50000', number: `BL ${(receipts += 1)}` };
  return {
    id,
    path,
    receive: { by: cuc, path: `${path}/receipt`, fields, makes: { 'applications.outbox': 1 } },
  };
}

/** An application that was decided and returned. */
async function ended(): Promise<string> {
  const id = await filed();
  await act(id, 'accept', 'intake');
  await act(id, 'propose', 'case', { outcome: 'grant', reason: '' });
  await act(id, 'decide', 'approver', { outcome: 'grant', text: '', evidence: {} });
  await act(id, 'deliver', 'system');
  return id;
}

async function supplementAsked(): Promise<string> {
  const id = await filed();
  const items = [{ kind: 'field', id: 'childName', reason: 'Khác lời chứng.' }];
  await act(id, 'request-supplement', 'intake', { items });
  return id;
}

/** Every form that changes an application, filled in and ready to be sent. */
const posts: Record<string, () => Promise<Posting>> = {
  'desk /applications/:id/acts/:event': async () => {
    const path = `/applications/${await filed()}/acts/accept`;
    return { by: mai, path, fields: first(), makes: oneEvent };
  },
  'desk /applications/:id/extension': async () => {
    const path = `/applications/${await filed()}/extension`;
    const fields = { ...first(), by: '1', reason: 'Chờ xác minh.' };
    return { by: toan, path, fields, makes: oneEvent };
  },
  'desk /applications/:id/apology': async () => {
    const promised = { 'promised-day': '30', 'promised-month': '11', 'promised-year': '2026' };
    const fields = { ...first(), ...promised, reason: 'Cơ quan đang chuyển trụ sở.' };
    return { by: toan, path: `/applications/${await filed()}/apology`, fields, makes: oneEvent };
  },
  'desk /applications/:id/assignment': async () => {
    const fields = { ...first(), act: 'take-over' };
    return { by: toan, path: `/applications/${await filed()}/assignment`, fields, makes: oneEvent };
  },
  'desk /applications/:id/transfer': async () => {
    const agency = await findAgency(world.owner.manager, { communeCode: hoanKiem });
    const fields = { ...first(), agency: agency?.id ?? '', reason: 'Trẻ cư trú ở phường Hoàn Kiếm.' };
    return { by: mai, path: `/applications/${await filed()}/transfer`, fields, makes: oneEvent };
  },
  'desk /applications/:id/consultation/:event': asked,
  'desk /consultations/:id/answer': async () => {
    const { path, fields } = await asked();
    await toan.postForm(path, fields);
    await workOff(world.owner, worker);
    const here = `/consultations/${path.split('/')[2]}`;
    const form = { ...hiddenIn((await hong.get(here)).text), opinion: 'agrees' };
    return { by: hong, path: `${here}/answer`, fields: form, makes: oneEvent };
  },
  'desk /applications/:id/messages': async () => {
    const fields = { key: newId(), text: 'Mời chị đến nhận kết quả.' };
    const makes = { 'applications.message': 1, 'notifications.inbox_entry': 1 };
    return { by: mai, path: `/applications/${await filed()}/messages`, fields, makes };
  },
  'desk /applications/:id/messages/settlement': async () => {
    const path = `/applications/${await filed()}/messages`;
    await lan.post(path, { key: newId(), text: 'Cảm ơn cơ quan.' });
    const seen = /name="seen" value="([^"]+)"/.exec((await mai.get(path)).text)?.[1] ?? '';
    return { by: mai, path: `${path}/settlement`, fields: { seen }, makes: {} };
  },
  'desk /applications/:id/notes': async () => {
    const fields = { key: newId(), text: 'Đã gọi điện.' };
    const path = `/applications/${await filed()}/notes`;
    return { by: mai, path, fields, makes: { 'applications.note': 1 } };
  },
  'desk /batches/:id': async () => {
    const chosen = [await filed(), await filed()].map((id) => `${id}/1`);
    const made = await mai.postForm('/batches', { act: 'receive', application: chosen });
    const path = made.headers.location ?? '';
    return { by: mai, path, fields: {}, makes: { 'applications.event': 2, 'applications.outbox': 2 } };
  },
  'desk /payments/:id/receipt': async () => (await paid()).receive,
  'desk /payments/:id/refund': async () => {
    const { id, path, receive } = await paid();
    await cuc.postForm(receive.path, receive.fields);
    await workOff(world.owner, worker);
    const form = hiddenIn((await lan.get(`/applications/${id}/withdrawal`)).text);
    await lan.post(`/applications/${id}/withdrawal`, form);
    await workOff(world.owner, worker);
    const fields = { key: newId(), number: `PC ${receipts}` };
    return { by: cuc, path: `${path}/refund`, fields, makes: { 'applications.outbox': 1 } };
  },
  'desk /stuck/retries': async () => {
    await world.owner.query(
      `SELECT graphile_worker.add_job('follow-up', '{"applicationId": "${await filed()}", "sequence": 1}', max_attempts := 1)`,
    );
    await world.owner.query(`UPDATE graphile_worker._private_jobs SET last_error = 'x', attempts = 1`);
    return { by: lien, path: '/stuck/retries', fields: { kind: 'follow-up' }, makes: {} };
  },
  'portal /applications/:id/acts/:event': async () => {
    const id = await filed();
    await put(id, (definition) => {
      const words = { vi: 'Nói thêm', en: 'Say more', fr: 'Ajouter' };
      const { filed: start } = definition.workflow.states;
      if (start?.on)
        start.on['say-more'] = { to: 'filed', by: ['citizen'], label: words, past: words, needs: ['reason'] };
      return definition;
    });
    const fields = { ...first(), reason: 'Con nhập viện.' };
    return { by: lan.browser, path: `/applications/${id}/acts/say-more`, fields, makes: oneEvent };
  },
  'portal /applications/:id/messages': async () => {
    const path = `/applications/${await filed()}/messages`;
    const makes = { 'applications.message': 1, 'applications.conversation': 1 };
    return { by: lan.browser, path, fields: { key: newId(), text: 'Khi nào xong?' }, makes };
  },
  'portal /applications/:id/rating': async () => {
    const path = `/applications/${await ended()}/rating`;
    return { by: lan.browser, path, fields: { stars: '4', words: '' }, makes: { 'applications.rating': 1 } };
  },
  'portal /applications/:id/remedies': async () => {
    const id = await filed();
    await act(id, 'refuse', 'intake', { reason: 'Thiếu giấy chứng sinh', ground: 'Luật Hộ tịch' });
    const path = `/applications/${id}/remedies`;
    const makes = { 'applications.draft': 1, 'applications.link': 1 };
    return { by: lan.browser, path, fields: { what: 'complaint.2' }, makes };
  },
  'portal /applications/:id/supplement/drafts': async () => {
    const path = `/applications/${await supplementAsked()}/supplement/drafts`;
    return { by: lan.browser, path, fields: {}, makes: { 'applications.draft': 1 } };
  },
  'portal /applications/:id/supplement': async () => {
    const path = `/applications/${await supplementAsked()}/supplement`;
    const draft = (await lan.post(`${path}/drafts`)).headers.location ?? '';
    const page = (await lan.get(draft)).headers.location ?? '';
    await lan.fill(page, { childName: 'Phạm Gia Khánh' });
    const fields = hiddenIn((await lan.get(`${draft}/check`)).text);
    const makes = {
      ...oneEvent,
      'applications.answers': 1,
      'applications.deadline': 1,
      'applications.draft': -1,
    };
    return { by: lan.browser, path, fields, makes };
  },
  'portal /applications/:id/withdrawal': async () => {
    const path = `/applications/${await filed()}/withdrawal`;
    const makes = { ...oneEvent, 'applications.deadline': -1 };
    return { by: lan.browser, path, fields: first(), makes };
  },
  'portal /drafts/:id/signing': async () => {
    const id = await lan.draft();
    const fields = { assertion: await lan.assertion(id) };
    const filing = { application: 1, submission: 1, answers: 1, event: 1, outbox: 1, deadline: 1 };
    const makes = Object.fromEntries(
      Object.entries(filing).map(([name, more]) => [`applications.${name}`, more]),
    );
    return { by: lan.browser, path: `/drafts/${id}/signing`, fields, makes };
  },
};

/** Shown elsewhere: each asks for a world of its own, or changes no application. */
const elsewhere: Record<string, string> = {
  'portal /drafts/:id/confirmation': 'representation/assisted.test.ts: a code is used once',
  'desk /succession/:id/applications': 'succession/succession.test.ts',
  'desk /succession/:id/officers': 'moves officers, not applications',
  'desk /batches': 'only notes what was chosen',
};

const changing =
  /^\/(applications\/|consultations\/|batches|payments\/|stuck|succession|drafts\/:id\/(signing|confirmation)$)/;

test('every form that changes an application is sent again here', () => {
  const config = loadConfig(testSecrets, 'postgres://nobody@127.0.0.1:1/none');
  const platform = new Platform(config, undefined as never, systemClock);
  const settings = new WebSettings('desk', config.desk, '', async () => undefined);
  const routes = Object.entries({ desk: DeskModule, portal: PortalModule }).flatMap(([app, module]) =>
    routesOf(module.of(platform, settings))
      .filter(({ method, path }) => method === 'POST' && changing.test(path))
      .map(({ path }) => `${app} ${path}`),
  );
  expect([...Object.keys(posts), ...Object.keys(elsewhere)].toSorted()).toEqual(routes.toSorted());
});

test.each(Object.entries(posts))('%s: sent twice at once and again later it is one act', async (_, ready) => {
  const { by, path, fields, makes } = await ready();
  const before = await rows();
  const send = () => by.postForm(path, fields);
  const [one, other] = await Promise.all([send(), send()]);
  const after = await rows();
  expect(grown(before, after)).toEqual(makes);
  const third = await send();
  for (const { status, headers, text } of [one, other, third])
    expect([status, headers.location, status === 303 ? '' : textIn(text)]).toEqual([
      303,
      one.headers.location,
      '',
    ]);
  expect(await rows()).toEqual(after);
});

/** Every row of what applications, payments and inboxes consist of, by table. */
async function rows(): Promise<Map<string, string[]>> {
  const tables: { name: string }[] = await world.owner.query(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables
      WHERE schemaname IN ('applications', 'payments', 'notifications') ORDER BY 1`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    const held: { row: string }[] = await world.owner.query(
      `SELECT t::text AS row FROM ${name} t ORDER BY 1`,
    );
    found.set(
      name,
      held.map(({ row }) => row),
    );
  }
  return found;
}

function grown(before: Map<string, string[]>, after: Map<string, string[]>): Record<string, number> {
  const by = [...after].map(([name, held]) => [name, held.length - (before.get(name)?.length ?? 0)] as const);
  return Object.fromEntries(by.filter(([, more]) => more !== 0));
}
