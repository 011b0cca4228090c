import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';
import { Parser, Writer } from 'n3';
import request from 'supertest';
import type { Platform } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { cataloguePortal } from '../../test/portal.js';
import { Withdrawal } from '../withdrawal/withdrawal.entity.js';
import { prefixes } from './cpsv-ap.js';

let db: TestDatabase;
let platform: Platform;
let app: NestFastifyApplication;
let origin: string;
beforeAll(async () => {
  db = await createTestDatabase();
  platform = await db.platform('portal');
  ({ origin } = platform.config.portal);
  app = await cataloguePortal(platform);
});
afterAll(async () => {
  await app?.close();
  await db?.close();
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  request(app.getHttpServer())
    .get(path.replace(origin, ''))
    .set({ host: new URL(origin).host, 'accept-language': 'vi', ...headers });

/** Every procedure that the list gives, page after page. */
async function everything(query = 'limit=200') {
  const procedures: Record<string, unknown>[] = [];
  let next: string | null = `/api/v1/procedures?${query}`;
  while (next) {
    const { status, body } = await ask(next);
    expect(status).toBe(200);
    procedures.push(...body.procedures);
    next = body.next;
  }
  return procedures;
}

test('the description is valid OpenAPI 3.1, and every procedure is as it says', async () => {
  const { body: described } = await ask('/api/openapi.json');
  expect(await new Validator().validate(structuredClone(described))).toEqual({ valid: true });
  expect(described.servers).toEqual([{ url: origin }]);
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema(described, 'openapi');
  const fits = ajv.compile({ $ref: 'openapi#/components/schemas/Procedure' });
  const procedures = await everything();
  expect(procedures.length).toBeGreaterThan(1900);
  for (const each of procedures)
    expect([each.code, fits(each), fits.errors]).toEqual([each.code, true, null]);
  const codes = procedures.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toContain('1.001193');
});

test('what a definition says goes before what was imported', async () => {
  const { body } = await ask('/api/v1/procedures/1.001193');
  expect(body.title).toMatchObject({
    vi: expect.any(String),
    en: expect.any(String),
    fr: expect.any(String),
  });
  expect(body).toMatchObject({ online: 'full', assurance: 1, field: { slug: 'ho-tich' } });
  expect(body.papers[0]).toMatchObject({ required: expect.any(Boolean) });
});

test('a page can be limited to a field and to what changed, and what cannot be read is refused by name', async () => {
  const ofField = await everything('field=ho-tich&limit=100');
  expect(ofField.length).toBeGreaterThan(10);
  expect(new Set(ofField.map(({ field }) => (field as { slug: string }).slug))).toEqual(new Set(['ho-tich']));
  expect(await everything('changedSince=2999-01-01T00:00:00Z')).toEqual([]);
  for (const query of [
    'limit=0',
    'limit=201',
    'limit=1&limit=2',
    'changedSince=yesterday',
    'changedSince=2026-13-01T00:00:00Z',
    'after=%00',
    'field=Hộ tịch',
    'toString=1',
    'offset=3',
  ]) {
    const { status, body } = await ask(`/api/v1/procedures?${encodeURI(query)}`);
    expect([query, status, body.code, body.facts.name]).toEqual([
      query,
      400,
      'api-query',
      query.split('=')[0],
    ]);
    expect(body.help).toContain('/api/openapi.json');
  }
  for (const code of ['9.999999', '%00', "1'--", 'x'.repeat(3000)])
    expect((await ask(`/api/v1/procedures/${code}`)).status).toBeGreaterThanOrEqual(400);
  expect((await ask('/api/v1/procedures/9.999999')).body.code).toBe('procedure-not-found');
});

test('who holds an answer is told that it is still so, until it changes', async () => {
  const address = '/api/v1/procedures/2.000635';
  const first = await ask(address);
  expect(first.headers['cache-control']).toBe('public, max-age=300');
  const { etag = '' } = first.headers;
  const again = await ask(address, { 'if-none-match': `"other", W/${etag}` });
  expect([again.status, again.text]).toEqual([304, '']);
  db.clock.set('2999-01-01T00:00:00Z');
  const owner = await db.owner();
  await owner.getRepository(Withdrawal).insert({
    code: '2.000635',
    effectiveAt: new Date('2026-12-01T00:00:00Z'),
    reason: { vi: 'Được thay thế', en: 'Replaced', fr: 'Remplacée' },
    decision: '1/QĐ-BTP',
    followedBy: '1.001193',
    proposedBy: 'A',
    confirmedBy: 'B',
    notedAt: db.clock.now(),
  });
  const changed = await ask(address, { 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(changed.body.withdrawn).toEqual({
    from: '2026-12-01T00:00:00.000Z',
    decision: '1/QĐ-BTP',
    followedBy: '1.001193',
  });
  expect(changed.body.changedAt).toBe(db.clock.now().toISOString());
  const feed = await ask('/procedures.atom');
  expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(feed.text.indexOf('/procedures/2.000635</id>')).toBeLessThan(feed.text.indexOf('/procedures/1.'));
  expect(feed.text).toContain('Thủ tục 2.000635 không còn nhận hồ sơ');
  const [sitemap, file] = [await ask('/sitemap.xml'), await ask('/sitemaps/1')];
  expect(sitemap.text).toContain(`<loc>${origin}/sitemaps/1</loc>`);
  expect(file.text).toContain(`<loc>${origin}/procedures/1.001193</loc>`);
  expect(file.text).not.toContain('2.000635');
  expect((await ask('/sitemaps/2')).status).toBe(404);
  expect((await ask('/robots.txt')).text).toContain(`Sitemap: ${origin}/sitemap.xml`);
});

test('in the European vocabulary a service has what is mandatory there, and Turtle says the same as JSON-LD', async () => {
  const { cpsv, cv, dct } = prefixes;
  for (const code of ['1.001193', '1.002755', '1.009645']) {
    const address = `/api/v1/procedures/${code}`;
    const linked = await ask(address, { accept: 'application/ld+json' });
    expect([linked.status, linked.type]).toEqual([200, 'application/ld+json']);
    const document = JSON.parse(linked.text);
    const plain = await ask(`${address}?format=turtle`, { accept: 'text/html' });
    expect([plain.status, plain.type]).toEqual([200, 'text/turtle']);
    const quads = new Parser().parse(plain.text);
    expect(sortedLines(new Writer({ format: 'N-Quads' }).quadsToString(quads))).toEqual(
      sortedLines(String(await jsonld.toRDF(document, { format: 'application/n-quads' }))),
    );
    const about = (predicate: string) =>
      quads.filter(
        ({ subject, predicate: each }) =>
          subject.value === `${origin}/procedures/${code}` && each.value === predicate,
      );
    for (const predicate of ['identifier', 'title', 'description'])
      expect([code, predicate, about(dct + predicate).length > 0]).toEqual([code, predicate, true]);
    expect(about(`${cv}hasCompetentAuthority`).length).toBeGreaterThan(0);
    expect(about(`${cpsv}produces`).length).toBeGreaterThan(0);
  }
});

const sortedLines = (text: string) => text.trim().split('\n').toSorted();

test('the page of a procedure says what it is to those who look for it elsewhere first', async () => {
  const { text } = await ask('/procedures/1.001193', { accept: 'text/html' });
  const [, script = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text) ?? [];
  expect(JSON.parse(script)).toMatchObject({
    '@type': 'GovernmentService',
    url: `${origin}/procedures/1.001193`,
    identifier: '1.001193',
  });
});
