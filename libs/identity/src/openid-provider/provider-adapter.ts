import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { digest, type Platform, seal, unseal } from '#lib/platform';
import { loadOpenidProvider } from './load-openid-provider.js';

interface Row {
  payload: string;
  consumedAt: Date | null;
}

/**
 * Where a provider of oidc-provider keeps what it must remember, in a table `(provider, model, id, payload, grant_id,
 * uid, consumed_at, expires_at)`. Ids are kept as digests and contents sealed: who reads the table can use no code and
 * no token. A code is consumed once, also by two requests at the same moment.
 */
export function providerAdapter(platform: Platform, table: string, provider: string): AdapterFactory {
  return (model) => new ProviderAdapter(platform, table, provider, model);
}

class ProviderAdapter implements Adapter {
  constructor(
    private readonly platform: Platform,
    private readonly table: string,
    private readonly provider: string,
    private readonly model: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const key = digest(id);
    await this.query(
      `INSERT INTO ${this.table} (provider, model, id, payload, grant_id, uid, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 second')
        ON CONFLICT (provider, model, id) DO UPDATE
          SET payload = excluded.payload, uid = excluded.uid, expires_at = excluded.expires_at`,
      [
        key,
        seal(this.platform.config.secrets.encryptionKey, this.place(key), JSON.stringify(payload)),
        payload.grantId ? digest(payload.grantId) : null,
        payload.uid ? digest(payload.uid) : null,
        expiresIn ?? 86_400,
      ],
    );
    // Every sign-in begins with an interaction: what is over goes then, a few rows at a time.
    if (this.model === 'Interaction')
      await this.platform.database.query(`DELETE FROM ${this.table} WHERE expires_at < now()`);
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.findBy('id', id);
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy('uid', uid);
  }

  /** Devices without a keyboard do not sign in here. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const [rows]: [unknown[]] = await this.query(
      `UPDATE ${this.table} SET consumed_at = now()
        WHERE provider = $1 AND model = $2 AND id = $3 AND consumed_at IS NULL RETURNING id`,
      [digest(id)],
    );
    if (rows.length > 0) return;
    const { errors } = await loadOpenidProvider();
    throw new errors.InvalidGrant('already consumed');
  }

  async destroy(id: string): Promise<void> {
    await this.query(`DELETE FROM ${this.table} WHERE provider = $1 AND model = $2 AND id = $3`, [
      digest(id),
    ]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.query(`DELETE FROM ${this.table} WHERE provider = $1 AND model = $2 AND grant_id = $3`, [
      digest(grantId),
    ]);
  }

  private async findBy(column: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> {
    const [row]: (Row & { id: Buffer })[] = await this.query(
      `SELECT id, payload, consumed_at AS "consumedAt" FROM ${this.table}
        WHERE provider = $1 AND model = $2 AND ${column} = $3 AND expires_at > now()`,
      [digest(value)],
    );
    if (!row) return undefined;
    const { encryptionKey } = this.platform.config.secrets;
    const payload = JSON.parse(unseal(encryptionKey, this.place(row.id), row.payload)) as AdapterPayload;
    return { ...payload, ...(row.consumedAt && { consumed: Math.floor(row.consumedAt.getTime() / 1000) }) };
  }

  private place(id: Buffer): `${string}:${string}:${string}` {
    return `openid-item:${this.provider}-${this.model}:${id.toString('base64url')}`;
  }

  private query<T>(sql: string, parameters: unknown[]): Promise<T> {
    return this.platform.database.query(sql, [this.provider, this.model, ...parameters]);
  }
}
