import { ConfigError } from './config-error.js';

/** Where mail is handed over, and in whose name. */
export interface MailConfig {
  /** `smtp://host:port` or `smtps://user:password@host:port`. */
  smtpUrl: string;
  /** Address mails are from. */
  from: string;
  /** Port of the sandbox's mailbox, on this machine alone. */
  sandboxPort: number;
}

/** The port of the sandbox's mailbox, unless SANDBOX_SMTP_PORT says otherwise. */
export const usualMailboxPort = 3025;

/**
 * Reads SMTP_URL, MAIL_FROM and SANDBOX_SMTP_PORT. Without SMTP_URL mail goes to the sandbox's mailbox, in production
 * to the mail server of this machine. Refuses (`ConfigError`) what cannot be one.
 */
export function loadMail(
  env: Record<string, string | undefined>,
  host: string,
  production: boolean,
): MailConfig {
  const sandboxPort = Number(env.SANDBOX_SMTP_PORT ?? usualMailboxPort);
  if (!Number.isInteger(sandboxPort) || sandboxPort < 1 || sandboxPort > 65_535)
    throw new ConfigError(
      `SANDBOX_SMTP_PORT must be a whole number from 1 to 65535, but is "${env.SANDBOX_SMTP_PORT}".`,
    );
  const smtpUrl = env.SMTP_URL ?? `smtp://127.0.0.1:${production ? 25 : sandboxPort}`;
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol))
    throw new ConfigError(
      'SMTP_URL must look like smtp://mail.example:25 or smtps://user:password@host:465.',
    );
  const from = env.MAIL_FROM ?? `no-reply@${host}`;
  if (!/^[^\s<>@]+@[^\s<>@]+$/.test(from))
    throw new ConfigError('MAIL_FROM must look like no-reply@dichvucong.example.');
  return { smtpUrl, from, sandboxPort };
}
