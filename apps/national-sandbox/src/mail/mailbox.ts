import { once } from 'node:events';
import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { ConfigError, newId, type Platform, type Running } from '#lib/platform';
import { readMail } from './read-mail.js';
import { ReceivedMail } from './received-mail.entity.js';

const megabyte = 1_048_576;

/**
 * The mail server of the sandbox: takes every mail over and shows it on the console, on this machine alone. Refuses
 * (`ConfigError`) a port that is in use.
 */
export async function startMailbox(platform: Platform): Promise<Running> {
  const port = platform.config.mail.sandboxPort;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: megabyte,
    disableReverseLookup: true,
    // What fails is answered with 450: try again later.
    onData: callbackify((stream: SMTPServerDataStream, session: SMTPServerSession) =>
      take(platform, stream, session),
    ),
  });
  // A sender that breaks off in the middle is no matter of ours.
  const listening = once(server.server, 'listening');
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  try {
    await listening;
  } catch {
    throw new ConfigError(
      `Port ${port} is already in use. Stop what uses it, or set SANDBOX_SMTP_PORT to another.`,
    );
  }
  return { close: () => new Promise((done) => server.close(() => done())) };
}

async function take(
  platform: Platform,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const { messageId, subject, content } = readMail(Buffer.concat(chunks));
  for (const { address } of session.envelope.rcptTo)
    await platform.database.getRepository(ReceivedMail).insert({
      id: newId(),
      receivedAt: platform.clock.now(),
      messageId,
      recipient: address,
      subject,
      content,
    });
}
