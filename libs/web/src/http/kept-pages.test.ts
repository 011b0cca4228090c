import { request } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Refusal } from '#lib/platform';
import { Html } from './html.js';
import { SameForAll } from './kept-pages.js';
import { startedApp } from './started-app.fixture.js';
import { WhoMay } from './who-may.js';

const page = 'Thẻ căn cước '.repeat(200);
/** How often a page was made. */
let made: string[] = [];
/** What the next pages wait for. */
let ready = Promise.resolve();
let goOn: () => void;

/** Until `goOn`, pages are being made. */
function wait(): void {
  ready = new Promise((resolve) => {
    goOn = resolve;
  });
}

@Controller('pages')
class Pages {
  @Get('own/:name')
  @WhoMay('anyone')
  @Html()
  own(@Param('name') name: string): string {
    made.push(name);
    return page;
  }

  @Get(':name')
  @WhoMay('anyone')
  @SameForAll()
  @Html()
  async show(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply) {
    made.push(name);
    await ready;
    if (name === 'nothing') throw new Refusal('not-found', 404);
    if (name === 'remembering') reply.setCookie('seen', 'yes');
    return name === 'huge' ? page.repeat(100) : `${page} ${name} ${made.length}`;
  }

  @Post(':name')
  @WhoMay('anyone')
  post(@Param('name') name: string): string {
    made.push(name);
    return name;
  }
}
let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  ({ app, port } = await startedApp(Pages, 60_000));
});
beforeEach(() => {
  made = [];
  ready = Promise.resolve();
});
afterAll(() => app?.close());

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  port?: number;
}

function ask(path: string, { method = 'GET', headers = {}, port: at = port }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    const asked = request(
      {
        port: at,
        path,
        method,
        host: '127.0.0.1',
        headers: { host: 'localhost:3000', accept: 'text/html', ...headers },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    asked.on('error', fail);
    asked.end();
  });
}

const ofThisSending = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/** The headers that say something of the page. */
function lasting({ headers }: { headers: Record<string, unknown> }) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofThisSending.includes(name)));
}

test('a page that is the same for all is made once, and later readers get the same bytes and headers', async () => {
  const first = await ask('/pages/a');
  const second = await ask('/pages/a');
  expect(made).toEqual(['a']);
  expect(second.body.equals(first.body)).toBe(true);
  expect(lasting(second)).toEqual({ ...lasting(first), vary: 'accept-encoding' });
  expect(second.headers['content-security-policy']).toContain("default-src 'self'");
  expect(second.headers['x-frame-options']).toBe('DENY');
  expect(second.headers['cache-control']).toBe('no-store');
});

test('it is sent compressed to those who take it so', async () => {
  const plain = await ask('/pages/b');
  const br = await ask('/pages/b', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
  const gzip = await ask('/pages/b', { headers: { 'accept-encoding': 'gzip, br;q=0' } });
  const neither = await ask('/pages/b', { headers: { 'accept-encoding': 'identity' } });
  expect(made).toEqual(['b']);
  expect([br, gzip, neither].map((each) => each.headers['content-encoding'])).toEqual([
    'br',
    'gzip',
    undefined,
  ]);
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(neither.body.equals(plain.body)).toBe(true);
});

test('what the first reader got compressed others get as they take it', async () => {
  const br = await ask('/pages/c', { headers: { 'accept-encoding': 'br' } });
  const plain = await ask('/pages/c');
  expect(made).toEqual(['c']);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
});

test.each<[string, Asked]>([
  ['a cookie that may know them', { headers: { cookie: 'session=abc' } }],
  ['a language and another cookie', { headers: { cookie: 'language=en; session=abc' } }],
  ['a word of authorisation', { headers: { authorization: 'Bearer abc' } }],
  ['another method', { method: 'POST', headers: { origin: 'http://localhost:3000' } }],
  ['another language', { headers: { cookie: 'language=en' } }],
  ['another language of the browser', { headers: { 'accept-language': 'fr' } }],
  ['another kind of answer asked for', { headers: { accept: 'application/json' } }],
])('a reader who comes with %s is never given what was kept for others', async (what, asked) => {
  const path = `/pages/${encodeURIComponent(what)}`;
  await ask(path);
  await ask(path, asked);
  expect(made).toHaveLength(2);
});

test('what was made for a reader who may be known is kept for nobody', async () => {
  await ask('/pages/d', { headers: { cookie: 'session=abc' } });
  await ask('/pages/d');
  expect(made).toHaveLength(2);
});

test('a reader who comes by another name is led to the right one, whatever is kept', async () => {
  await ask('/pages/e');
  const elsewhere = await ask('/pages/e', { headers: { host: 'elsewhere.example' } });
  expect(elsewhere.status).toBe(302);
});

test.each(['nothing', 'remembering', 'huge', 'own/a'])(
  'a page is not kept if it is a refusal, sets a cookie, is huge, or is not said to be the same for all: %s',
  async (name) => {
    await ask(`/pages/${name}`);
    await ask(`/pages/${name}`);
    expect(made).toHaveLength(2);
  },
);

test('another question to the same page is another page', async () => {
  const [one, two] = [await ask('/pages/f?q=1'), await ask('/pages/f?q=2')];
  expect(one.body.equals(two.body)).toBe(false);
});

test('many who ask at once have it made once', async () => {
  wait();
  const answers = Promise.all(Array.from({ length: 40 }, () => ask('/pages/g')));
  while (made.length === 0) await new Promise(setImmediate);
  goOn();
  const bodies = (await answers).map(({ body }) => body.toString());
  expect(made).toEqual(['g']);
  expect(new Set(bodies).size).toBe(1);
});

test('where the page is refused, everybody who waited is refused', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask('/pages/nothing')));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(404));
});

test('where the first reader goes away before there is an answer, it is made once more for all the others', async () => {
  wait();
  const gone = connect(port, '127.0.0.1');
  gone.write('GET /pages/h HTTP/1.1\r\nhost: localhost:3000\r\naccept: text/html\r\n\r\n');
  while (made.length === 0) await new Promise(setImmediate);
  const asked: unknown[] = [];
  const count = (one: unknown) => asked.push(one);
  app.getHttpServer().on('request', count);
  const others = Promise.all(Array.from({ length: 10 }, () => ask('/pages/h')));
  while (asked.length < 10) await new Promise(setImmediate);
  app.getHttpServer().off('request', count);
  gone.destroy();
  while (made.length === 1) await new Promise(setImmediate);
  goOn();
  expect((await others).map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(made).toEqual(['h', 'h']);
});

test('it is made anew when its time is over', async () => {
  const brief = await startedApp(Pages, 1);
  try {
    await ask('/pages/i', { port: brief.port });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ask('/pages/i', { port: brief.port });
    expect(made).toEqual(['i', 'i']);
  } finally {
    await brief.app.close();
  }
});

test('the pages kept are so many and no more: the one kept longest goes', async () => {
  for (let count = 0; count < 257; count++) await ask(`/pages/many?${count}`);
  made = [];
  await ask('/pages/many?256');
  await ask('/pages/many?0');
  expect(made).toEqual(['many']);
});
