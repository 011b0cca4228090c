import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Logger, runOnce } from 'graphile-worker';
import { SMTPServer } from 'smtp-server';
import { addInboxEntry, mailTasks, relayMail, SmtpMailSender, sweepContacts } from '#lib/notifications';
import { freePort, newId, type Platform } from '#lib/platform';
import { readMail } from '../../../../apps/national-sandbox/src/mail/read-mail.js';
import { type CitizenAtHome, createPortalWorld, type PortalWorld } from '../../../../test/portal-world.js';
import { lan } from '../../test/people.js';

const home = '/account/contact';

let world: PortalWorld;
let worker: Platform;
let sender: SmtpMailSender;
let citizen: CitizenAtHome;
let server: SMTPServer;
let port: number;
/** What the mail server took over. */
const taken: { to: string; messageId: string; subject: string; content: string }[] = [];

beforeAll(async () => {
  world = await createPortalWorld();
  port = await freePort();
  server = await listen();
  worker = await world.db.platform('worker', { SMTP_URL: `smtp://127.0.0.1:${port}` });
  sender = new SmtpMailSender(worker.config);
  citizen = await world.citizen();
});
afterAll(async () => {
  sender.close();
  await stop();
  await world.close();
});
beforeEach(async () => {
  await relayMail(worker);
  await world.owner.query(
    'TRUNCATE notifications.contact_address, identity.throttle; DELETE FROM graphile_worker._private_jobs',
  );
  taken.length = 0;
});

async function listen(): Promise<SMTPServer> {
  const made = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo[0]?.address ?? '',
          ...readMail(Buffer.concat(chunks)),
        });
        done();
      });
    },
  });
  made.listen(port, '127.0.0.1');
  await once(made.server, 'listening');
  port = (made.server.address() as AddressInfo).port;
  return made;
}
const stop = () => new Promise<void>((done) => server.close(() => done()));

async function work(): Promise<void> {
  while ((await relayMail(worker)) > 0);
  const address = new URL(world.db.url);
  address.searchParams.set('options', '-c role=dvc_worker -c timezone=UTC');
  await runOnce({
    connectionString: address.href,
    taskList: mailTasks(worker, sender),
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
}
const jobs = () =>
  world.owner.query('SELECT task_identifier AS task, last_error FROM graphile_worker.jobs ORDER BY 1');
const codeIn = () => /\b\d{6}\b/.exec(taken.at(-1)?.content ?? '')?.[0] ?? '';

async function verify(address = 'lan@example.com'): Promise<void> {
  await citizen.post(home, { address });
  await work();
  const { headers } = await citizen.post(`${home}/code`, { code: codeIn() });
  if (headers.location !== `${home}?done=verified`) throw new Error(`Not verified: ${headers.location}`);
  await world.owner.query('UPDATE notifications.inbox_entry SET mail_relayed_at = at');
  taken.length = 0;
}

async function notice(namesSomebody = false): Promise<string> {
  const [title, body] = ['Hồ sơ đã được tiếp nhận', 'Phạm Thị Lan · 000.00.12.H26-261120-0042'];
  const aboutId = newId();
  await addInboxEntry(world.portal.database.manager, {
    personId: citizen.id,
    aboutId,
    sequence: 1,
    namesSomebody,
    title: { vi: title, en: title, fr: title },
    body: { vi: body, en: body, fr: body },
    href: `/applications/${aboutId}`,
    at: world.db.clock.now(),
  });
  const [entry]: { id: string }[] = await world.owner.query(
    'SELECT id FROM notifications.inbox_entry WHERE about_id = $1',
    [aboutId],
  );
  return entry?.id ?? '';
}

const sweep = () => sweepContacts(worker.database.manager, worker.clock.now());
const addresses = () =>
  world.owner.query(
    'SELECT address_sealed IS NOT NULL AS kept, pending_id FROM notifications.contact_address',
  );
const runOut = () =>
  world.owner.query(
    `UPDATE notifications.contact_address SET pending_until = pending_until - interval '1 hour'`,
  );

describe('an address', () => {
  test('is in use once the code that was mailed to it is entered, and is kept sealed', async () => {
    expect((await citizen.get('/account')).text).toContain(home);
    const asked = await citizen.post(home, { address: ' lan@example.com ' });
    expect(asked.headers.location).toBe(`${home}?done=code-sent`);
    await work();
    expect(taken).toMatchObject([{ to: 'lan@example.com', subject: 'Mã xác nhận địa chỉ thư điện tử' }]);
    expect(taken[0]?.content).not.toContain(lan.fullName);
    await citizen.post(`${home}/code`, { code: codeIn() });
    expect((await citizen.get(home)).text).toContain('lan@example.com');
    const rows = await world.owner.query('SELECT * FROM notifications.contact_address');
    expect(JSON.stringify(rows)).not.toContain('lan@');
    expect((await citizen.get('/account/data')).text).toContain('lan@example.com');
    expect((await citizen.get('/inbox')).text).toContain('vừa được xác nhận');
  });

  test.each([
    '',
    'lan',
    'lan@example',
    'a@b.vn\r\nBcc: all@example.com',
    '<script>@example.com',
    `${'x'.repeat(250)}@example.com`,
  ])('is not %p', async (address) => {
    expect((await citizen.post(home, { address })).status).toBe(422);
    expect(await jobs()).toEqual([]);
  });

  test('is not verified by guessing: five tries, then a new code is needed', async () => {
    await citizen.post(home, { address: 'lan@example.com' });
    await work();
    const right = codeIn();
    const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => citizen.post(`${home}/code`, { code: wrong })),
    );
    const refused = tries.map(({ headers }) => headers.location);
    expect(refused.filter((each) => each?.endsWith('contact-code-wrong'))).toHaveLength(5);
    const late = await citizen.post(`${home}/code`, { code: right });
    expect(late.headers.location).toBe(`${home}?refused=contact-code-over`);
  });

  test('is not verified after a quarter of an hour, nor is a code mailed then or when replaced', async () => {
    await citizen.post(home, { address: 'old@example.com' });
    await relayMail(worker);
    await citizen.post(home, { address: 'lan@example.com' });
    await work();
    expect(taken.map(({ to }) => to)).toEqual(['lan@example.com']);
    await world.owner.query('UPDATE notifications.contact_address SET pending_until = $1', [
      world.db.clock.now(),
    ]);
    const late = await citizen.post(`${home}/code`, { code: codeIn() });
    expect(late.headers.location).toBe(`${home}?refused=contact-code-over`);
  });

  test('that was never verified is forgotten once its code ran out, a verified one stays', async () => {
    await citizen.post(home, { address: 'lan@example.com' });
    await sweep();
    expect(await addresses()).toHaveLength(1);
    await runOut();
    await sweep();
    expect(await addresses()).toEqual([]);
    await verify();
    await citizen.post(home, { address: 'new@example.com' });
    await runOut();
    await sweep();
    expect(await addresses()).toEqual([{ kept: true, pending_id: null }]);
  });

  test('fills nobody’s mailbox with codes', async () => {
    for (let times = 0; times < 5; times += 1) await citizen.post(home, { address: 'x@example.com' });
    const more = await citizen.post(home, { address: 'X@example.com' });
    expect(more.headers.location).toMatch(new RegExp(`^${home}\\?refused=too-many-tries&seconds=\\d+$`));
  });

  test('is added, switched and removed only by who has just shown that it is them', async () => {
    await verify();
    const { browser } = citizen;
    await world.owner.query(
      `UPDATE identity.session SET authenticated_at = authenticated_at - interval '6 minutes'`,
    );
    const kept = await browser.postForm(home, { address: 'thief@example.com' });
    expect([kept.status, kept.headers['cache-control']]).toEqual([403, 'private, no-cache']);
    for (const words of ['data-code="step-up-needed"', 'value="thief@example.com"', 'target="_blank"'])
      expect(kept.text).toContain(words);
    for (const path of [`${home}/notices`, `${home}/removal`])
      expect((await browser.postForm(path, { address: 'thief@example.com' })).headers.location).toMatch(
        /^\/step-up\?next=/,
      );
    expect((await citizen.get(home)).text).not.toContain(`${home}/removal`);
    await world.owner.query(
      `UPDATE identity.session SET authenticated_at = authenticated_at + interval '6 minutes'`,
    );
    await citizen.post(`${home}/removal`);
    expect(await world.owner.query('SELECT 1 FROM notifications.contact_address')).toEqual([]);
  });
});

describe('a notice', () => {
  test('becomes one mail with a Message-ID of its own, and says only its title and where to read on', async () => {
    await verify();
    const id = await notice();
    await work();
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({
      to: 'lan@example.com',
      messageId: `<notice.${id}@localhost>`,
      subject: 'Hồ sơ đã được tiếp nhận',
    });
    expect(taken[0]?.content).toContain(`${worker.config.portal.origin}/applications`);
    expect(taken[0]?.content).not.toMatch(/Phạm Thị Lan|0042/);
  });

  test('whose title names somebody is announced without it', async () => {
    await verify();
    await notice(true);
    await work();
    expect(taken[0]?.subject).toBe('Bạn có thông báo mới trong hộp thư của Cổng dịch vụ công');
    expect(taken[0]?.content).not.toContain('Hồ sơ đã được tiếp nhận');
  });

  test('is queued once when two workers relay at once', async () => {
    await verify();
    await notice();
    await Promise.all([relayMail(worker), relayMail(worker), relayMail(worker)]);
    expect(await jobs()).toHaveLength(1);
    expect(await relayMail(worker)).toBe(0);
  });

  test('that is sent again after a worker died is the same mail, and the inbox has it once', async () => {
    await verify();
    const id = await notice();
    const send = () => mailTasks(worker, sender)['mail-notice']?.({ entryId: id }, undefined as never);
    await send();
    await send();
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(1);
    expect(
      await world.owner.query('SELECT 1 FROM notifications.inbox_entry WHERE id = $1', [id]),
    ).toHaveLength(1);
  });

  test('is not mailed to an address that is not verified, nor where mail is off', async () => {
    await citizen.post(home, { address: 'lan@example.com' });
    await notice();
    await work();
    expect(taken.map(({ subject }) => subject)).toEqual(['Mã xác nhận địa chỉ thư điện tử']);
    await verify();
    expect((await citizen.post(`${home}/notices`, { notices: 'off' })).headers.location).toBe(
      `${home}?done=off`,
    );
    await notice();
    await work();
    expect(taken).toEqual([]);
    await citizen.post(`${home}/notices`, { notices: 'on' });
    await notice();
    await relayMail(worker);
    await citizen.post(`${home}/notices`, { notices: 'off' });
    await work();
    expect(taken).toEqual([]);
  });

  test('waits while the mail server is down, names nobody meanwhile, and comes once it is up', async () => {
    await verify();
    await stop();
    sender.close();
    sender = new SmtpMailSender(worker.config);
    const id = await notice();
    await work();
    const [failed] = await jobs();
    expect(failed).toMatchObject({ task: 'mail-notice' });
    expect(failed.last_error).toMatch(/mail server/);
    expect(failed.last_error).not.toMatch(/lan@/);
    expect((await citizen.get('/inbox')).text).toContain('Hồ sơ đã được tiếp nhận');
    server = await listen();
    await world.owner.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await work();
    expect(taken.map(({ messageId }) => messageId)).toEqual([`<notice.${id}@localhost>`]);
    expect(await jobs()).toEqual([]);
  });
});
