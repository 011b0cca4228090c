import { createDeskWorld, type DeskWorld, type OfficerAtWork } from '../../../../test/desk-world.js';
import { hiddenIn } from '../draft/page-form.fixture.js';

let world: DeskWorld;
let mai: OfficerAtWork;
const read = { register: 'population-register' as const, asOf: '2026-11-19T03:00:00Z' };

beforeAll(async () => {
  world = await createDeskWorld();
  mai = await world.officer('Trần Thanh Mai', 'intake');
});
afterAll(() => world?.close());

test.each([
  ['as the register says is not asked for', true],
  ['otherwise than the register says can be asked for', false],
])('who the applicant is, filed %s', async (_, unchanged) => {
  const { id } = await world.file({
    sources: { requesterName: { ...read, unchanged }, childName: { ...read, unchanged: true } },
  });
  const address = `/applications/${id}/acts/request-supplement`;
  const page = (await mai.browser.get(address)).text;
  expect(page).toContain('value="childName"');
  expect(page.includes('value="requesterName"')).toBe(!unchanged);

  const fields = hiddenIn(page);
  const sent = await mai.browser.postForm(address, {
    ...fields,
    item: 'requesterName',
    'reason-requesterName': 'Tên khác căn cước.',
  });
  expect(sent.status).toBe(unchanged ? 422 : 303);
});
