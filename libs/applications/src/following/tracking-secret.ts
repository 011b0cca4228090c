import { randomInt } from 'node:crypto';
import { blindIndex, type Platform, seal, type Tx, unseal } from '#lib/platform';

/** Crockford's base 32: no letter that is read as another letter or as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/**
 * The tracking secret of an application: 80 random bits as 16 letters and digits. Made at the first look at the
 * receipt, also for what was filed before there were any; the same at every later look.
 */
export async function trackingSecretOf(tx: Tx, platform: Platform, applicationId: string): Promise<string> {
  const secret = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
  const { encryptionKey } = platform.config.secrets;
  await tx.query(
    `INSERT INTO applications.tracking_secret (application_id, secret_hash, secret_sealed, made_at)
     VALUES ($1, $2, $3, $4) ON CONFLICT (application_id) DO NOTHING`,
    [
      applicationId,
      hashOf(platform, secret),
      seal(encryptionKey, place(applicationId), secret),
      platform.clock.now(),
    ],
  );
  const [row]: { secret_sealed: string }[] = await tx.query(
    'SELECT secret_sealed FROM applications.tracking_secret WHERE application_id = $1',
    [applicationId],
  );
  return unseal(encryptionKey, place(applicationId), row?.secret_sealed ?? '');
}

/**
 * The application that a code and a tracking secret name together. It is looked for by the secret: whether a code
 * exists changes neither the answer nor its time for whoever does not hold the secret.
 */
export async function followedBy(
  tx: Tx,
  platform: Platform,
  code: string,
  secret: string,
): Promise<string | undefined> {
  const [row]: { id: string }[] = await tx.query(
    `SELECT id FROM applications.tracking_secret JOIN applications.application ON id = application_id
      WHERE secret_hash = $1 AND number = $2`,
    [hashOf(platform, readSecret(secret)), readCode(code)],
  );
  return row?.id;
}

/** As it is shown: four groups of four. */
export function showSecret(secret: string): string {
  return secret.match(/.{4}/g)?.join('-') ?? secret;
}

/** As it is meant, however it was typed: Crockford reads O as 0, I and L as 1. */
export function readSecret(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** An application's code, however it was typed. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase().slice(0, 60);
}

const hashOf = (platform: Platform, secret: string) =>
  blindIndex(platform.config.secrets.blindIndexKey, `tracking-secret:${secret}`);
const place = (applicationId: string) => `tracking-secret:sealed:${applicationId}` as const;
