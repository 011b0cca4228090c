import { namedWorkflow } from '#lib/catalogue';
import { minh } from '../../../identity/test/people.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { actOn } from '../../../../test/act-on.js';
import { putUnder } from '../../../../test/put-under.js';
import { hiddenIn } from '../draft/page-form.fixture.js';

let world: PortalWorld;
let citizen: CitizenAtHome;
let id: string;

const words = (text: string) => ({ vi: text, en: text, fr: text });

/** A workflow that lets the applicant do something no page of ours was written for. */
beforeAll(async () => {
  world = await createPortalWorld();
  citizen = await world.citizen(minh);
  id = await citizen.draft();
  await citizen.sign(id);
  await putUnder(world.owner, world.portal, id, (definition) => {
    const { filed } = definition.workflow.states;
    if (!filed?.on) throw new Error('no state filed');
    filed.on['add-word'] = {
      to: 'filed',
      by: ['citizen', 'representative'],
      label: words('Bổ sung lời trình bày'),
      past: words('Người nộp đã trình bày thêm'),
      needs: ['reason'],
      form: { fields: [{ id: 'wantedBy', type: 'date', label: words('Cần trước ngày') }] },
    };
    return definition;
  });
});
afterAll(() => world?.close());

test('an act that only the workflow knows of is offered, asked for, performed once and told', async () => {
  const act = `/applications/${id}/acts/add-word`;
  expect((await citizen.get(`/applications/${id}`)).text).toContain(`href="${act}"`);
  const fields = hiddenIn((await citizen.get(act)).text);
  const empty = await citizen.post(act, fields);
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('href="#wantedBy-day"');
  const typed = {
    ...fields,
    'wantedBy-day': '1',
    'wantedBy-month': '12',
    'wantedBy-year': '2026',
    reason: 'Con nhập viện.',
  };
  const sent = await Promise.all([citizen.post(act, typed), citizen.post(act, typed)]);
  sent.push(await citizen.post(act, typed));
  for (const { status, headers } of sent)
    expect([status, headers.location]).toEqual([303, `/applications/${id}?done=2`]);
  const { text } = await citizen.get(`/applications/${id}`);
  expect(text).toContain('Người nộp đã trình bày thêm');
  expect(text).toContain('Cần trước ngày: ');
  expect(text).toContain('Lý do: Con nhập viện.');
  expect(text.split('Người nộp đã trình bày thêm')).toHaveLength(2);
});

test('a second tab that comes late keeps what was typed, tells what happened meanwhile and goes on from there', async () => {
  const act = `/applications/${id}/acts/add-word`;
  const late = { version: '1', key: '01936d9c-7b6a-7d5e-8f00-0123456789ac', reason: 'Từ thẻ thứ hai.' };
  const answer = await citizen.post(act, late);
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Hồ sơ đã thay đổi trong lúc bạn nhập');
  expect(answer.text).toContain('Người nộp đã trình bày thêm');
  expect(answer.text).toContain('Từ thẻ thứ hai.');
  expect(hiddenIn(answer.text)).toMatchObject({ version: '2' });
});

test('the applicant reads where the application is, what usually comes, and how long that takes here', async () => {
  const sides = { owner: world.owner, desk: await world.db.platform('desk'), portal: world.portal };
  const decided = async (days: number) => {
    const own = await citizen.draft();
    await citizen.sign(own);
    await actOn(sides, own, 'accept', 'intake');
    world.db.clock.advance(days * 86_400_000);
    await actOn(sides, own, 'propose', 'case', { outcome: 'grant', reason: '' });
    await actOn(sides, own, 'decide', 'approver', { outcome: 'grant', text: '', evidence: {} });
    await actOn(sides, own, 'deliver', 'system');
    world.db.clock.advance(-days * 86_400_000);
  };
  const own = await citizen.draft();
  await citizen.sign(own);
  const journey = async () => {
    const { text } = await citizen.get(`/applications/${own}`);
    const [shown = ''] = /<ol class="timeline timeline--forward[\s\S]*?<\/ol>/.exec(text) ?? [];
    return shown;
  };
  for (const days of [1, 3, 4, 9]) await decided(days);
  expect(await journey()).not.toContain('Thường mất');
  await decided(5);
  await actOn(sides, own, 'accept', 'intake');
  const items = (await journey()).split('<li').slice(1);
  const kinds = items.map((item) => /timeline__event--(\w+)/.exec(item)?.[1]);
  expect(kinds).toEqual(['done', 'now', 'next', 'next', 'next']);
  expect(items[1]).toContain('Thường mất khoảng 4 ngày');
  expect(items[1]).toContain('Đang chờ cán bộ của UBND phường Cửa Nam');
  expect(items[2]).toContain('Thường mất chưa đến một giờ');
});

test('what usually comes names the payment where a fee is due, and no payment where none is', async () => {
  const own = await citizen.draft();
  await citizen.sign(own);
  const comes = async (amountDong: number) => {
    await putUnder(world.owner, world.portal, own, (definition) => ({
      ...definition,
      fee: { amountDong },
      workflow: namedWorkflow('payment-before-processing'),
    }));
    const { text } = await citizen.get(`/applications/${own}`);
    return (/<ol class="timeline timeline--forward[\s\S]*?<\/ol>/.exec(text) ?? [''])[0];
  };
  const { label } = namedWorkflow('payment-before-processing').states['awaiting-payment'] ?? {};
  expect(await comes(50_000)).toContain(label?.vi);
  expect(await comes(0)).not.toContain(label?.vi);
});

test('an act that is not open, or whose form is not ours, is refused in words on the application', async () => {
  const refusedTo = async (event: string, fields: Record<string, string>) =>
    (await citizen.post(`/applications/${id}/acts/${event}`, fields)).headers.location;
  const stale = { version: '1', key: '01936d9c-7b6a-7d5e-8f00-0123456789ab' };
  expect(await refusedTo('accept', { ...stale, version: '2' })).toBe(
    `/applications/${id}?refused=event-not-allowed-now`,
  );
  expect((await citizen.get(`/applications/${id}/acts/propose`)).headers.location).toBe(
    `/applications/${id}?refused=event-not-allowed-now`,
  );
});
