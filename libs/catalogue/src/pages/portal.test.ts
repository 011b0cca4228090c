import { readFile, stat } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { languages, projectRoot } from '#lib/platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { cataloguePortal } from '../../test/portal.js';
import { Withdrawal } from '../withdrawal/withdrawal.entity.js';
import { choices, type Choosing } from '../choosing/choices.js';
import { lifeEvents } from '../search/life-events.js';

let db: TestDatabase;
let app: NestFastifyApplication;
let host: string;
beforeAll(async () => {
  db = await createTestDatabase();
  const platform = await db.platform('portal');
  host = new URL(platform.config.portal.origin).host;
  app = await cataloguePortal(platform);
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.close();
});

async function get(url: string, language = 'vi') {
  const headers = { host, accept: 'text/html', 'accept-language': language };
  const { status, text: body } = await request(app.getHttpServer()).get(url).set(headers);
  return { status, body, text: textOf(body) };
}

/** What a person reads: no tags, no head. */
function textOf(html: string): string {
  return html
    .replace(/^[^]*<body/, '<body')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

describe('home', () => {
  it('asks the question, searches first, and leads to sixteen events', async () => {
    const { body, text } = await get('/');
    expect(text).toContain('Bạn cần làm gì hôm nay?');
    expect(body).toMatch(/<form[^>]*action="\/procedures"[^>]*method="get"[^]*name="q"/);
    for (const { id, title } of lifeEvents()) {
      expect(body).toContain(`href="/procedures?event=${id}"`);
      expect(text).toContain(title.vi);
    }
    expect(text).toMatch(/Có [12]\.\d{3} thủ tục, trong đó 1\.5\d\d nộp được trực tuyến/);
  });

  it('has every shortcut leading to a procedure that can be applied for', async () => {
    const { body } = await get('/');
    const shortcuts = [...body.matchAll(/href="(\/procedures\/[\d.]+)"/g)].map(([, href = '']) => href);
    expect(shortcuts.length).toBeGreaterThan(4);
    for (const href of shortcuts) expect((await get(href)).body).toContain(`href="${href}/start"`);
  });

  it('is at most 50 kB on the wire, style and script included', async () => {
    const { body } = await get('/');
    const assets = [...body.matchAll(/"(\/assets\/[^"]+\.(?:css|js|svg))"/g)].map(([, path = '']) => path);
    expect(assets.length).toBeGreaterThan(1);
    const fast = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
    let bytes = brotliCompressSync(body, fast).length;
    for (const path of new Set(assets)) {
      const file = join(projectRoot(), 'dist', path);
      bytes += (await stat(`${file}.br`).catch(async () => ({ size: (await readFile(file)).length }))).size;
    }
    expect(bytes).toBeLessThan(50_000);
  });
});

describe('the list', () => {
  it('counts in words and shows twenty a page', async () => {
    const { body, text } = await get('/procedures');
    const [, held = ''] = /([\d.]+) thủ tục · trang 1\/\d+/.exec(text) ?? [];
    expect(Number(held.replace('.', ''))).toBeGreaterThan(1977);
    expect(body.match(/class="link-list__item"/g)).toHaveLength(20);
  });

  it('keeps words and filters in every link and form', async () => {
    const { body } = await get('/procedures?q=thue&field=thue&level=commune&online=yes&applicant=citizen');
    const pages = [...body.matchAll(/href="(\/procedures\?[^"]*page=\d+)"/g)].map(([, href = '']) => href);
    expect(pages.length).toBeGreaterThan(0);
    for (const href of pages)
      for (const kept of ['q=thue', 'field=thue', 'level=commune', 'online=yes', 'applicant=citizen'])
        expect(href).toContain(kept);
    expect(body).toMatch(/<option value="thue" selected/);
    expect(body).toMatch(/<option value="citizen" selected/);
    expect(body).toContain('<input type="hidden" name="q" value="thue"/>');
    expect(body).toContain('<input type="hidden" name="level" value="commune"/>');
  });

  it.each([
    '/procedures?field=nonsense&level=galaxy&applicant=ghost&online=maybe&event=party&page=x',
    '/procedures?page=-5',
    '/procedures?level=commune&level=nonsense&q=&page=',
    '/procedures?page=1e99',
    '/procedures?toString=1&__proto__=2&constructor=3',
    '/procedures?q[]=a&q[x]=b',
  ])('ignores what it does not know: %s', async (url) => {
    const { status, body } = await get(url);
    expect(status).toBe(200);
    expect(body).toContain('link-list__item');
  });

  it('leads to the last page for one beyond', async () => {
    const { text } = await get('/procedures?page=100000');
    expect(text).toMatch(/trang (\d{2,})\/\1/);
  });

  it.each(['%00', "'%22%3Cscript%3E", '%F0%9F%91%B6', 'x'.repeat(9000), '%ED%A0%80', '%', ':*%26|!()'])(
    'survives q=%.20s',
    async (q) => {
      const { status, body } = await get(`/procedures?q=${q}`);
      expect(status).toBe(200);
      expect(body).not.toContain('"<script>');
    },
  );

  it('offers a way out where nothing is found', async () => {
    const { text, body } = await get('/procedures?q=zzzz&level=commune');
    expect(text).toContain('Không tìm thấy thủ tục nào cho “zzzz”');
    expect(body).toContain('href="/procedures?q=zzzz"');
  });

  it.each([
    ['en', 'Birth registration'],
    ['fr', 'Déclaration de naissance'],
  ])('calls a procedure in %s what its own definition calls it', async (language, title) => {
    const { body } = await get('/procedures?q=1.001193', language);
    expect(body).toContain(`<span>${title}</span>`);
    expect((await get('/procedures?q=1.000300', language)).body).toContain('<span lang="vi">');
  });

  it('of an event holds its procedures under its name', async () => {
    const { text } = await get('/procedures?event=having-a-child');
    expect(text).toContain('Sinh con, nuôi con');
    expect(text).toContain('Đăng ký khai sinh');
    expect((await get('/procedures?event=having-a-child', 'fr')).text).toContain('Avoir et élever un enfant');
  });
});

/** What the page of a procedure names beside it. */
async function related(code: string, language?: string) {
  const { body } = await get(`/procedures/${code}`, language);
  const [, section = ''] =
    /<h2>(?:Thủ tục liên quan|Related procedures)<\/h2>([^]*?)<\/section>/.exec(body) ?? [];
  const links = section.matchAll(/href="\/procedures\/([\d.]+)"/g);
  return { codes: [...links].map(([, one]) => one), section };
}

describe('the page of a procedure', () => {
  it.each([
    ['vi', 'Đăng ký khai sinh', '1 ngày làm việc', 'Miễn phí', 'Giấy chứng sinh'],
    ['en', 'Birth registration', '1 working day', 'Free', 'Certificate of live birth'],
    [
      'fr',
      'Déclaration de naissance',
      '1 jour ouvré',
      'Gratuit',
      'Certificat d’accouchement',
      'Quand « Lien du demandeur avec l’enfant',
    ],
  ])('with a definition of its own speaks %s', async (language, ...words) => {
    const { text, body } = await get('/procedures/1.001193', language);
    for (const word of words) expect(text).toContain(word);
    expect(body).toContain('href="/procedures/1.001193/start"');
  });

  it.each([
    ['1.001193', 'Cần danh tính mức 1', 'ký bằng khóa truy cập ngay lúc đó'],
    ['1.001266', 'Cần danh tính mức 2', 'trong vòng 15 phút; khi nộp, bạn ký bằng khóa'],
    ['1.000300', 'Cần danh tính mức 1', 'ký bằng khóa truy cập ngay lúc đó'],
  ])('%s says how sure an identity it takes, and how freshly shown: %s, %s', async (code, sure, fresh) => {
    const { text } = await get(`/procedures/${code}`);
    expect(text).toContain(sure);
    expect(text).toContain(fresh);
  });

  it('leaves out doubts that its definition has settled', async () => {
    expect((await get('/procedures/1.001193')).text).not.toContain('Điều chưa chắc chắn');
  });

  it('calls nothing free that the facts do not', async () => {
    const { text } = await get('/procedures/1.000300');
    expect(text).not.toMatch(/Lệ phí Miễn phí/);
    expect(text).toContain('Lệ phí Chưa đọc được');
    expect(text).toContain('nguồn ghi “Miễn phí”');
  });

  it('says what a bare number is: no deadline', async () => {
    const { text } = await get('/procedures/1.000894');
    expect(text).toMatch(/Thời hạn (Chưa rõ|\d+ ngày)/);
  });

  it('has no start button and says why where it is not online', async () => {
    const { text, body } = await get('/procedures/3.000349');
    expect(body).not.toContain('/start"');
    expect(text).toContain('Thủ tục này chưa nộp được trực tuyến');
  });

  it('shows nothing read from the page of another procedure, and does not offer it', async () => {
    const { status, text, body } = await get('/procedures/1.002544');
    expect(status).toBe(200);
    expect(text).toContain('là của một thủ tục khác');
    expect(body).not.toContain('/start"');
    expect(text).not.toContain('Giấy tờ cần chuẩn bị');
  });

  it.each(['9.999999', 'nonsense', '%00', '..%2f..', "1.001193'", 'x'.repeat(90)])(
    'is a 404 in words for %s',
    async (code) => {
      const { status, text } = await get(`/procedures/${code}`);
      expect(status).toBe(404);
      expect(text).toContain('Không có thủ tục nào mang mã này');
    },
  );

  it('says since when and why a procedure is withdrawn, what follows it, and takes nothing; lists mark it', async () => {
    const withdrawals = (await db.owner()).getRepository(Withdrawal);
    const withdrawn = {
      code: '2.000635',
      reason: { vi: 'Luật mới.', en: 'A new law.', fr: 'Une nouvelle loi.' },
      decision: 'Quyết định 1/QĐ-BTP',
      followedBy: '1.001193',
      proposedBy: 'CB052',
      confirmedBy: 'CB053',
      notedAt: db.clock.now(),
    };
    await withdrawals.insert({ ...withdrawn, effectiveAt: new Date('2026-12-01T00:00:00+07:00') });
    const announced = await get('/procedures/2.000635');
    expect(announced.text).toContain('Không nhận hồ sơ mới từ 00:00 thứ Ba 01/12/2026');
    expect(announced.body).toContain('/procedures/2.000635/start"');
    expect((await get('/procedures?q=2.000635')).text).not.toContain('Đã ngừng tiếp nhận');

    await withdrawals.update({ code: '2.000635' }, { effectiveAt: db.clock.now() });
    const { body, text } = await get('/procedures/2.000635');
    expect(text).toContain('Thủ tục đã ngừng tiếp nhận');
    expect(text).toContain('Luật mới. Theo Quyết định 1/QĐ-BTP.');
    expect(body).toMatch(/notification-banner__link" href="\/procedures\/1\.001193"/);
    expect(body).not.toContain('/procedures/2.000635/start"');
    expect((await get('/procedures/2.000635', 'en')).text).toContain('A new law.');
    expect((await get('/procedures?q=2.000635')).text).toContain('Đã ngừng tiếp nhận');
    await withdrawals.delete({ code: '2.000635' });
  });

  it('names related procedures: other cases, and never itself or what takes no applications any more', async () => {
    const { codes } = await related('1.000656');
    expect(codes).toHaveLength(5);
    expect(codes).toEqual(expect.arrayContaining(['1.005461', '1.001766', '2.002913']));
    expect(codes).not.toContain('1.000656');
    const database = await db.owner();
    await database.getRepository(Withdrawal).insert({
      code: '1.005461',
      effectiveAt: db.clock.now(),
      reason: { vi: 'Luật mới.', en: 'A new law.', fr: 'Loi.' },
      decision: '1/QĐ-BTP',
      followedBy: null,
      proposedBy: 'CB052',
      confirmedBy: 'CB053',
      notedAt: db.clock.now(),
    });
    const english = await related('1.000656', 'en');
    expect(english.codes).not.toContain('1.005461');
    expect(english.section).toContain('lang="vi"');
    await database.getRepository(Withdrawal).delete({ code: '1.005461' });
  });

  it('is there for every procedure, in every language', async () => {
    const database = await db.owner();
    const rows: { code: string }[] = await database.query(
      `SELECT code FROM catalogue.procedure WHERE code LIKE '%7' ORDER BY code`,
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const [index, { code }] of rows.entries()) {
      const { status, body } = await get(`/procedures/${code}`, languages[index % 3]);
      expect([code, status]).toEqual([code, 200]);
      expect(body).not.toMatch(/undefined|NaN|\[object|\{\{/);
    }
  }, 60_000);
});

/** The contract of a form, as another system asks for it. */
const ask = (code: string, headers: Record<string, string> = {}) =>
  request(app.getHttpServer())
    .get(`/api/v1/procedures/${code}/schema`)
    .set({ host, ...headers });

describe('the contract of a form', () => {
  it('is one schema of all answers, which whoever holds it need not fetch again', async () => {
    const { status, headers, body } = await ask('1.001193');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/schema+json; charset=utf-8');
    expect(headers['cache-control']).toBe('public, max-age=300');
    expect(body).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringMatching(/\/api\/v1\/procedures\/1\.001193\/schema$/u),
      title: 'Đăng ký khai sinh',
      properties: { childSex: { title: 'Giới tính của trẻ', type: 'string' } },
      required: expect.arrayContaining(['childName']),
    });
    const again = await ask('1.001193', { 'if-none-match': `"other", W/${headers.etag}` });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag]);
    expect((await ask('1.001193', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is there of the standard form too, and of no procedure that is unknown', async () => {
    expect((await ask('1.004194')).status).toBe(200);
    const { status, body } = await ask('9.999999');
    expect([status, body.code]).toEqual([404, 'procedure-not-found']);
  });
});

describe('which one do I need', () => {
  it('leads question by question, by plain links, to a procedure', async () => {
    const { text, body } = await get('/which/identity-card');
    expect(text).toContain('Bạn cần gì?');
    expect(body).toMatch(/<form[^>]*action="\/which\/identity-card"[^>]*method="get"/);
    const next = await get('/which/identity-card?asked=yes&answer=first');
    expect(next.text).toContain('Thẻ cho ai?');
    expect(next.body).toContain('name="given" value="first"');
    const headers = { host, accept: 'text/html' };
    const { status, headers: answered } = await request(app.getHttpServer())
      .get('/which/identity-card?asked=yes&given=first&answer=child')
      .set(headers);
    expect([status, answered.location]).toEqual([303, '/procedures/1.014062']);
  });

  it('says so where nothing was chosen, and asks again where an answer is none', async () => {
    const { status, text } = await get('/which/land?asked=yes');
    expect(status).toBe(200);
    expect(text).toContain('Chọn một câu trả lời');
    expect((await get('/which/land?given=nonsense.more&answer=__proto__')).text).toContain('Bạn cần gì?');
    expect((await get('/which/nonsense')).status).toBe(404);
  });

  it('is offered where it helps, and leads only to procedures that there are', async () => {
    expect((await get('/procedures?q=can cuoc')).body).toContain('href="/which/identity-card"');
    expect((await get('/procedures?event=land-and-housing')).body).toContain('href="/which/land"');
    const reached: string[] = [];
    const walk = ({ answers }: Choosing): void => {
      for (const answer of answers)
        if ('to' in answer) reached.push(answer.to);
        else walk(answer);
    };
    choices().forEach(walk);
    expect(choices().length).toBeGreaterThan(7);
    for (const code of new Set(reached))
      expect([code, (await get(`/procedures/${code}`)).status]).toEqual([code, 200]);
    const events = choices().flatMap((choice) => choice.events);
    expect(events.filter((id) => !lifeEvents().some((event) => event.id === id))).toEqual([]);
  });
});

const suggest = (q: string) =>
  request(app.getHttpServer())
    .get('/procedures/suggestions')
    .query({ q })
    .set({ host, accept: 'application/json' });

describe('suggestions', () => {
  it('are a few procedures, the best first, that may be kept for a while', async () => {
    const { body, headers } = await suggest('khai si');
    expect(body[0]).toEqual({ text: 'Đăng ký khai sinh', href: '/procedures/1.001193' });
    expect(body.length).toBeLessThan(7);
    expect(headers['cache-control']).toBe('public, max-age=300');
  });

  it('are none for next to nothing', async () => {
    expect((await suggest('k')).body).toEqual([]);
    expect((await suggest('\0')).body).toEqual([]);
  });
});
