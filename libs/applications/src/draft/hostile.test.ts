import * as fc from 'fast-check';
import { type Citizen, createDraftWorld, type DraftWorld } from './draft-world.fixture.js';
import { shippedDefinition } from '#lib/catalogue';
import { inputsOf } from '#lib/forms';
import { beginDraft } from './page-form.fixture.js';

let world: DraftWorld;
let minh: Citizen;
let draft: string;

beforeAll(async () => {
  world = await createDraftWorld();
  minh = await world.citizen();
  draft = await beginDraft(minh);
});
afterAll(() => world.close());

const form = shippedDefinition('1.001193')?.form;
const pages = form?.pages ?? [];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\0',
    '\uD800',
    '‮',
    'yes',
    'VN',
    '01',
    '00082',
    '-1',
    '1e999',
    "' OR 1=1 --",
    '<script>',
    '{{label}}',
  ),
);
/** A page with any texts in its own inputs and others, also several of a name. */
const posting = fc.constantFrom(...pages).chain((page) => {
  const names = [
    ...page.fields.flatMap(inputsOf),
    'seen',
    'show-communes',
    'constructor',
    'toString',
    'x[y]',
    '',
  ];
  return fc.record({
    page: fc.constant(page.id),
    pairs: fc.array(fc.tuple(fc.constantFrom(...names), anyText), { maxLength: 12 }),
  });
});

test('whatever a browser posts, the answer is a page, and the next page opens', async () => {
  await fc.assert(
    fc.asyncProperty(posting, async ({ page, pairs }) => {
      const body = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
      const path = `${draft}/pages/${page}`;
      const posted = await minh.request('post', path).type('form').send(body);
      expect([posted.status, posted.status < 500]).toEqual([posted.status, true]);
      const shown = await minh.get(path);
      expect([200, 303]).toContain(shown.status);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('whatever JSON is posted, the answer is no fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pages), fc.jsonValue(), async ({ id, fields }, value) => {
      const body = JSON.stringify(
        fc.sample(fc.boolean(), 1)[0]
          ? value
          : Object.fromEntries(fields.flatMap(inputsOf).map((name) => [name, value])),
      );
      const posted = await minh.request('post', `${draft}/pages/${id}`).type('json').send(body);
      expect(posted.status).toBeLessThan(500);
      expect((await minh.get(`${draft}/pages/${id}`)).status).toBeLessThan(500);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test.each(['text/plain', 'application/xml', 'multipart/form-data', 'multipart/form-data; boundary=x'])(
  'a page sent as %s is refused or read, and no fault',
  async (type) => {
    const path = `${draft}/pages/child-name`;
    const posted = await minh.request('post', path).set('content-type', type).send('childName=X');
    expect(posted.status).toBeLessThan(500);
  },
);

test.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
  'an upload that is no whole %s is no fault',
  async (type) => {
    const path = `${draft}/papers/birthCertificate`;
    for (const body of [
      '',
      '--x',
      '--x\r\ncontent-disposition: form-data; name="birthCertificate"; filename="a.pdf"\r\n\r\n%PDF-1.7',
    ]) {
      const posted = await minh.request('post', path).set('content-type', type).send(body);
      expect(posted.status).toBeLessThan(500);
    }
  },
);

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));
}
