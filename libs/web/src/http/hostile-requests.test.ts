import { request } from 'node:http';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsString } from 'class-validator';
import { Html } from './html.js';
import { startedApp } from './started-app.fixture.js';
import { WhoMay } from './who-may.js';

class Form {
  @IsString() name!: string;
}

@Controller()
class Home {
  @Get()
  @WhoMay('anyone')
  @Html()
  page(): string {
    return 'home';
  }

  @Post()
  @WhoMay('anyone')
  name(@Body() { name }: Form): string {
    return name;
  }
}
let app: NestFastifyApplication;
let port: number;

beforeAll(async () => {
  ({ app, port } = await startedApp(Home));
});
afterAll(() => app?.close());

/** Asks for exactly this address, as no browser would write it; with a body, posts it. */
function ask(path: string, headers: Record<string, string> = {}, body?: string) {
  return new Promise<{ status: number; location: string | undefined; type: string; text: string }>(
    (done, fail) => {
      const asked = request(
        {
          port,
          path,
          method: body === undefined ? 'GET' : 'POST',
          host: '127.0.0.1',
          headers: { host: 'localhost:3000', accept: 'text/html', ...headers },
        },
        (answer) => {
          let text = '';
          answer.on('data', (chunk: Buffer) => (text += chunk));
          answer.on('end', () =>
            done({
              status: answer.statusCode ?? 0,
              location: answer.headers.location,
              type: answer.headers['content-type'] ?? '',
              text,
            }),
          );
        },
      );
      asked.once('error', fail).end(body);
    },
  );
}

test.each(['/procedures/%E0%A4%A', '/%', '/%c0%ae%c0%ae/', `/${'a'.repeat(3000)}`])(
  'the address %s is answered with the page of what is not there',
  async (path) => {
    const { status, type, text } = await ask(path);
    expect([status, type]).toEqual([404, 'text/html; charset=utf-8']);
    expect(text).toContain('data-code="not-found"');
  },
);

test.each(['//', '//?a', '/?', '/\\', '/?%', '/?language=%', '///x?language=xx'])(
  'the address %s is no fault',
  async (path) => {
    expect((await ask(path)).status).toBeLessThan(500);
  },
);

test.each([
  ['/?language=en', '/'],
  ['/x?a=1&language=fr&b=2', '/x?a=1&b=2'],
  ['//elsewhere.example/x?language=en', '/elsewhere.example/x'],
  ['/\\elsewhere.example?language=en', '/elsewhere.example'],
])('the language switch of %s leads to %s, never to another host', async (path, target) => {
  const { status, location } = await ask(path);
  expect([status, location]).toEqual([303, target]);
});

test.each(['//elsewhere.example/', '/\\elsewhere.example'])(
  'who comes by another name and asks for %s is led to this host all the same',
  async (path) => {
    const { location } = await ask(path, { host: '127.0.0.1:3000' });
    expect(new URL(location ?? '').origin).toBe('http://localhost:3000');
  },
);

test.each([
  ['as asked for', '{"name":"Lan"}', 201],
  ['nested three thousand levels deep', `${'[{"a":'.repeat(3000)}1${'}]'.repeat(3000)}`, 400],
])('a body %s is no fault', async (_, body, status) => {
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  expect((await ask('/', headers, body)).status).toBe(status);
});
