import { createTransport } from 'nodemailer';
import { startTestSandbox, type TestSandbox } from '../sandbox.fixture.js';
import { readMail } from './read-mail.js';

let world: TestSandbox;
beforeAll(async () => {
  world = await startTestSandbox();
});
afterAll(() => world.close());
beforeEach(() => world.reset());

test.each(['base64', 'quoted-printable'] as const)(
  'a mail in %s is taken over and shown on the console',
  async (textEncoding) => {
    const transport = createTransport(world.config.mail.smtpUrl);
    await transport.sendMail({
      from: 'no-reply@localhost',
      to: 'lan@example.com',
      messageId: '<code.1@localhost>',
      subject: 'Mã xác nhận địa chỉ thư điện tử của bạn, dài hơn một dòng của tiêu đề thư',
      text: `Mã xác nhận của bạn là 482913. <script>alert(1)</script>\n${world.config.portal.origin}/inbox`,
      textEncoding,
    });
    transport.close();
    const shown = await (await world.page('/')).text();
    expect(shown).toContain('Mã xác nhận địa chỉ thư điện tử của bạn, dài hơn một dòng của tiêu đề thư');
    expect(shown).toContain('lan@example.com');
    expect(shown).toContain('<span class="code-text">482913</span>');
    expect(shown).toContain(`<a href="${world.config.portal.origin}/inbox">`);
    expect(shown).not.toContain('<script>alert');
  },
);

test('what is no mail is shown as it came', () => {
  expect(readMail(Buffer.from('nonsense'))).toEqual({ messageId: '', subject: '', content: '' });
});
