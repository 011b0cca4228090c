import { blindIndex } from '../crypto/digest.js';
import type { Secrets } from '../config/secrets.js';

/** The password of our own server: it follows from the secrets of the data folder, so there is none to keep. */
export function embeddedPassword({ encryptionKey }: Secrets): string {
  return blindIndex(encryptionKey, 'embedded PostgreSQL');
}
