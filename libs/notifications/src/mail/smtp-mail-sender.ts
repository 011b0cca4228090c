import { createTransport } from 'nodemailer';
import type { Config } from '#lib/platform';
import type { Mail, MailSender } from './mail-sender.js';

/** How long a mail server may keep us waiting before the job is tried again later. */
const patienceMs = 5_000;

/** Hands mail to the server that SMTP_URL names. */
export class SmtpMailSender implements MailSender {
  private readonly transport;

  constructor(private readonly config: Pick<Config, 'mail'>) {
    this.transport = createTransport({
      url: config.mail.smtpUrl,
      pool: true,
      maxConnections: 1,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ messageId, to, subject, text, at }: Mail): Promise<void> {
    const { from } = this.config.mail;
    const sent = this.transport.sendMail({
      messageId,
      from: { name: 'Cổng dịch vụ công', address: from },
      to: { name: '', address: to },
      subject,
      text,
      textEncoding: 'base64',
      date: at,
      // RFC 3834: no holiday replies to what no person wrote.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    const failure = await sent.then(() => undefined, whatFailed);
    if (failure) throw new Error(`The mail server did not take a mail over (${failure})`);
  }

  close(): void {
    this.transport.close();
  }
}

/** What the server says names the recipient, and a job's error is kept and logged: its codes have to do. */
function whatFailed({ code, responseCode }: { code?: string; responseCode?: number }): string {
  return [code, responseCode].filter(Boolean).join(' ') || 'no code';
}
