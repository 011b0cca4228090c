import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort, loadConfig } from '#lib/platform';
import { createTestDatabase } from '../../../test/database.js';
import { startSandbox } from './start.js';

const key = '33'.repeat(32);

/** What a desk answers in a test: status and body for `METHOD /path`. */
export type FakeDesk = Record<string, { status: number; body: unknown }>;

/** The sandbox on a free port over a database of its own, beside a desk that answers as the test says. */
export async function startTestSandbox(env: Record<string, string> = {}) {
  const world = await createTestDatabase();
  const answers: FakeDesk = {};
  const asked: { what: string; body: unknown; language: string | undefined }[] = [];
  let away = false;
  const desk = createServer(async (request, response) => {
    if (away) return request.socket.destroy();
    let body = '';
    for await (const chunk of request) body += chunk;
    const what = `${request.method} ${request.url}`;
    asked.push({
      what,
      body: body && JSON.parse(body),
      language: request.headers['accept-language'],
    });
    const right = request.headers.authorization === `Bearer ${key}`;
    const answer = (right && answers[what.replace(/\?.*/, '')]) || { status: 404, body: {} };
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  const deskPort = await new Promise<number>((resolve) =>
    desk.listen(0, '127.0.0.1', () => resolve((desk.address() as AddressInfo).port)),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secrets = {
    ENCRYPTION_KEY: '11'.repeat(32),
    BLIND_INDEX_KEY: '22'.repeat(32),
    NATIONAL_API_KEY: key,
  };
  const hosts = {
    SANDBOX_PORT: String(port),
    SANDBOX_SMTP_PORT: String(await freePort()),
    SANDBOX_ORIGIN: url,
    LISTEN_ADDRESS: '127.0.0.1',
    DESK_INTERNAL_URL: `http://127.0.0.1:${deskPort}`,
  };
  const config = loadConfig({ ...secrets, ...hosts, ...env }, world.url);
  const sandbox = await startSandbox(config, world.clock);
  const owner = await world.owner();
  return {
    ...world,
    url,
    config,
    /** Set what the desk answers; it knows nothing unless told. */
    answers,
    /** What the desk was asked. */
    asked,
    /** Asks the API as a registered system. */
    api: (path: string, init: RequestInit = {}) =>
      fetch(url + path, {
        ...init,
        headers: {
          authorization: `Bearer ${key}`,
          'x-purpose': 'test',
          'x-caller': 'tester',
          ...init.headers,
        },
      }),
    /** Opens a page, or posts a form from one, as a browser with JavaScript off would. */
    page: (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(url + path, {
        redirect: 'manual',
        headers: { accept: 'text/html', ...headers, ...(form && { origin: url }) },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      }),
    /** Whether the desk answers at all. */
    deskAway: (now: boolean) => {
      away = now;
    },
    /** Messages, letters, look-ups and the desk's answers as at the start. */
    reset: async () => {
      away = false;
      asked.length = 0;
      for (const what of Object.keys(answers)) delete answers[what];
      await owner.query(
        'TRUNCATE national.text_message, national.mail, national.enrolment_letter, national.access_entry',
      );
    },
    close: async () => {
      await sandbox.close();
      desk.closeAllConnections();
      desk.close();
      await world.close();
    },
  };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;
