import { namedWorkflow } from '#lib/catalogue';
import { agencyById } from '#lib/organisations';
import { ordersOf } from '#lib/payments';
import { newId, type Platform } from '#lib/platform';
import { renderPage } from '#lib/web';
import type { Actor } from '#lib/workflow';
import {
  createDeskWorld,
  type DeskWorld,
  hoanKiem,
  type OfficerAtWork,
} from '../../../../test/desk-world.js';
import type { Filed } from '../../../../test/file-application.js';
import { actOn } from '../../../../test/act-on.js';
import { workOff } from '../../../../test/work-off.js';
import { putUnder } from '../../../../test/put-under.js';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { sweepDeadlines } from '../deadline/sweep-deadlines.js';
import { hiddenIn } from '../draft/page-form.fixture.js';
import { PaymentNote } from './payment-note.js';
import { payableUntil } from './read-payment.js';

let world: DeskWorld;
let worker: Platform;
let cuc: OfficerAtWork;
let filed: Filed;

const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`);

beforeAll(async () => {
  world = await createDeskWorld();
  worker = await world.db.platform('worker');
  world.db.clock.set(at('2026-11-20 10:05'));
  cuc = await world.officer('Tống Thị Kim Cúc', 'cashier');
});
afterAll(() => world?.close());

/** A birth registration as it would be with a fee of 50.000 ₫ before the examination, accepted by the intake. */
beforeEach(async () => {
  world.db.clock.set(at('2026-11-20 10:05'));
  filed = await world.file();
  const workflow = namedWorkflow('payment-before-processing');
  await putUnder(world.owner, world.desk, filed.id, (definition) => ({
    ...definition,
    fee: { amountDong: 50_000 },
    workflow,
  }));
  await perform('accept', 'intake');
  await work();
});

const found = () => world.owner.getRepository(Application).findOneByOrFail({ id: filed.id });
const types = async () =>
  (await readEvents(worker.database.manager, worker, filed.id)).map(({ type }) => type);
const orders = () => ordersOf(world.owner.manager, filed.id);
async function order() {
  const [first] = await orders();
  if (!first) throw new Error('Nothing was asked for');
  return first;
}

const perform = (event: string, as: Actor, details = {}) => actOn(world, filed.id, event, as, details);

const work = () => workOff(world.owner, worker);

const note = async () =>
  renderPage(
    <PaymentNote
      orders={await orders()}
      agency={await agencyById(world.owner.manager, (await found()).agencyId)}
      number={filed.number}
      until={await payableUntil(world.portal.database.manager, filed.id)}
      language="vi"
    />,
  );

async function post(officer: OfficerAtWork, what: 'receipt' | 'refund', fields: Record<string, string>) {
  const { id } = await order();
  const page = await officer.browser.get(`/payments/${id}`);
  return officer.browser.postForm(`/payments/${id}/${what}`, { ...hiddenIn(page.text), ...fields });
}

describe('a fee before the examination', () => {
  test('is asked for, paid to the cashier, and the application goes on by itself to its end', async () => {
    expect(await found()).toMatchObject({ status: 6, waitsFor: 'citizen' });
    // Fifteen days end on Saturday, 5 December; the last day is the Monday after.
    const asked = (await note()).replaceAll(/<wbr\s*\/?>/g, '');
    for (const words of ['50.000', 'UBND phường Cửa Nam', filed.number, '07/12/2026'])
      expect(asked).toContain(words);

    expect((await cuc.browser.get('/payments')).text.replaceAll(/<wbr\s*\/?>/g, '')).toContain(filed.number);
    expect((await post(cuc, 'receipt', { amount: '50.000', number: 'BL 0001' })).headers.location).toContain(
      '?done=received',
    );
    expect(await found()).toMatchObject({ status: 6 });
    await work();
    expect(await found()).toMatchObject({ state: 'received', status: 2, clockStoppedAt: null });
    expect(await note()).toContain('BL 0001');

    await perform('propose', 'case', { outcome: 'grant' });
    await perform('decide', 'approver', { outcome: 'grant' });
    await work();
    expect(await types()).toEqual([
      'file',
      'accept',
      'check-fee',
      'payment-received',
      'propose',
      'decide',
      'deliver',
    ]);
    expect(await order()).toMatchObject({ state: 'paid', confirmedBy: cuc.id });
  });

  test('is one payment however often its form is sent, in one tab or two', async () => {
    const { id } = await order();
    const tabs = await Promise.all([1, 2].map(() => cuc.browser.get(`/payments/${id}`)));
    const forms = tabs.map(({ text }, tab) => ({
      ...hiddenIn(text),
      amount: '50000',
      number: `BL 000${2 + tab}`,
    }));
    const send = (form: Record<string, string> | undefined) =>
      cuc.browser.postForm(`/payments/${id}/receipt`, form ?? {});
    const answers = await Promise.all([send(forms[0]), send(forms[0]), send(forms[1])]);
    const statuses = answers.map(({ status }) => status).toSorted();
    expect([
      [303, 303, 409],
      [303, 409, 409],
    ]).toContainEqual(statuses);
    const kept = (await order()).receiptNumber;
    const late = await send(forms.find(({ number }) => number !== kept));
    expect(late.status).toBe(409);
    expect(late.text).toContain('Khoản thu này đã được xử lý');
    expect((await order()).receiptNumber).toBe(kept);
    await work();
    expect((await types()).filter((type) => type === 'payment-received')).toHaveLength(1);
  });

  test('is not confirmed with another amount, without a receipt, or with one used before', async () => {
    const wrong = await post(cuc, 'receipt', { amount: '5.000', number: 'BL 0009' });
    expect([wrong.status, wrong.text.includes('Số tiền không khớp')]).toEqual([422, true]);
    expect((await post(cuc, 'receipt', { amount: 'năm mươi', number: '' })).status).toBe(422);
    const used = await post(cuc, 'receipt', { amount: '50.000', number: 'BL 0001' });
    expect([used.status, used.text.includes('Số biên lai này đã dùng')]).toEqual([409, true]);
    expect((await order()).state).toBe('due');
  });

  test('is nobody else’s to confirm', async () => {
    const { id } = await order();
    const form = { key: newId(), amount: '50000', number: 'BL 0010' };
    for (const officer of [
      await world.officer('Nguyễn Đức Toàn', 'case'),
      await world.officer('Vũ Thị Thuý', 'cashier', hoanKiem),
    ])
      expect([
        (await officer.browser.get(`/payments/${id}`)).status,
        (await officer.browser.postForm(`/payments/${id}/receipt`, form)).status,
        (await officer.browser.postForm(`/payments/${id}/refund`, form)).status,
      ]).toEqual([404, 404, 404]);
    expect((await order()).state).toBe('due');
  });

  test('is given back when the application is withdrawn, once', async () => {
    await post(cuc, 'receipt', { amount: '50.000', number: 'BL 0020' });
    await work();
    await perform('withdraw', 'citizen');
    await work();
    expect((await order()).state).toBe('refund-due');
    expect(await note()).toContain('Đang chờ hoàn lại');
    expect((await post(cuc, 'refund', { number: '' })).status).toBe(422);
    expect((await post(cuc, 'refund', { number: 'PC 7' })).status).toBe(303);
    expect(await order()).toMatchObject({ state: 'refunded', refundNumber: 'PC 7', refundedBy: cuc.id });
    expect((await post(cuc, 'refund', { key: newId(), number: 'PC 8' })).status).toBe(409);
    expect((await order()).refundNumber).toBe('PC 7');
  });

  test('that is not paid in time closes the application, and is not taken any more', async () => {
    world.db.clock.set(at('2026-12-08 08:00'));
    await sweepDeadlines(worker);
    const { id } = await order();
    const later = await world.officer('Lê Thị Thu', 'cashier');
    const open = hiddenIn((await later.browser.get(`/payments/${id}`)).text);
    await work();
    expect(await found()).toMatchObject({ state: 'not-paid', status: 8 });
    expect((await order()).state).toBe('cancelled');
    const late = await later.browser.postForm(`/payments/${id}/receipt`, {
      ...open,
      amount: '50000',
      number: 'BL 0030',
    });
    expect(late.status).toBe(409);
  });
});

test('a procedure of the national catalogue asks for its fee once it is accepted, and goes on when it is paid', async () => {
  filed = await world.file({ code: '1.002755', answers: { feeGround: 'none' } });
  await perform('accept', 'intake');
  await work();
  expect(await found()).toMatchObject({ code: '1.002755', state: 'awaiting-payment', status: 6 });
  expect(await order()).toMatchObject({ state: 'due', amountDong: 7000 });
  expect((await cuc.browser.get('/payments')).text.replaceAll(/<wbr\s*\/?>/g, '')).toContain(filed.number);
  await post(cuc, 'receipt', { amount: '7.000', number: 'BL 0099' });
  await work();
  expect(await found()).toMatchObject({ state: 'received', status: 2 });
});
