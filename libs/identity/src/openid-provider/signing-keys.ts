import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'oidc-provider';
import { digest, type Platform, seal, unseal } from '#lib/platform';

/**
 * The private key a provider signs its ID tokens with, as a JWK set: made on first use, then kept sealed in a table
 * `(provider, key_sealed, created_at)`, the same for every process.
 */
export async function signingKeys(
  platform: Platform,
  table: string,
  provider: string,
  algorithm: 'RS256' | 'ES256',
): Promise<{ keys: JWK[] }> {
  const { encryptionKey } = platform.config.secrets;
  const place = `openid-key:private:${provider}` as const;
  const kept = () =>
    platform.database.query<{ sealed: string }[]>(
      `SELECT key_sealed AS sealed FROM ${table} WHERE provider = $1`,
      [provider],
    );
  if ((await kept()).length === 0)
    await platform.database.query(
      `INSERT INTO ${table} (provider, key_sealed, created_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING`,
      [provider, seal(encryptionKey, place, JSON.stringify(newKey(algorithm)))],
    );
  return {
    keys: (await kept()).map(({ sealed }) => JSON.parse(unseal(encryptionKey, place, sealed)) as JWK),
  };
}

function newKey(alg: 'RS256' | 'ES256'): JWK {
  const { privateKey } =
    alg === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' });
  const kid = digest(JSON.stringify(jwk.n ?? [jwk.x, jwk.y])).toString('base64url');
  return { ...jwk, alg, use: 'sig', kid } as JWK;
}
