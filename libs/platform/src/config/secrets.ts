import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config-error.js';
import { makeFolder } from './make-folder.js';

/** Keys that are never shipped: set by the operator, or made at random on the first start on this machine. */
export interface Secrets {
  /** Key-encrypting key of the envelopes, 32 bytes. */
  encryptionKey: Buffer;
  /** HMAC key of the blind indexes, 32 bytes. */
  blindIndexKey: Buffer;
  /** What our servers show the national systems, and they us. */
  nationalApiKey: string;
}

const variables = {
  encryptionKey: 'ENCRYPTION_KEY',
  blindIndexKey: 'BLIND_INDEX_KEY',
  nationalApiKey: 'NATIONAL_API_KEY',
} as const;

/**
 * Secrets from the environment, else from `secrets.json` in the data folder, which the first start makes with
 * random values readable by its owner alone. In production only the environment counts.
 * Refuses a missing or short secret with a `ConfigError`.
 */
export function readSecrets(
  env: Record<string, string | undefined>,
  dataDir: string,
  production: boolean,
): Secrets {
  const kept = production || Object.values(variables).every((name) => env[name]) ? {} : keptSecrets(dataDir);
  const value = (key: keyof Secrets): string => {
    const text = env[variables[key]] ?? kept[key];
    if (!text)
      throw new ConfigError(
        `${variables[key]} is not set. Set it to 64 random hex digits: openssl rand -hex 32.`,
      );
    if (!/^[0-9a-f]{64}$/i.test(text)) throw new ConfigError(`${variables[key]} must be 64 hex digits.`);
    return text;
  };
  return {
    encryptionKey: Buffer.from(value('encryptionKey'), 'hex'),
    blindIndexKey: Buffer.from(value('blindIndexKey'), 'hex'),
    nationalApiKey: value('nationalApiKey'),
  };
}

function keptSecrets(dataDir: string): Partial<Record<keyof Secrets, string>> {
  const file = join(dataDir, 'secrets.json');
  const fresh = Object.fromEntries(
    Object.keys(variables).map((key) => [key, randomBytes(32).toString('hex')]),
  );
  try {
    makeFolder(dataDir);
    writeFileSync(file, JSON.stringify(fresh, null, 2), { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new ConfigError(`The data folder ${dataDir} cannot be written to. Choose another with DATA_DIR.`);
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<keyof Secrets, string>>;
  } catch {
    throw new ConfigError(
      `${file} cannot be read. Restore it from a backup: without its keys the data stays closed.`,
    );
  }
}
