import type { DataSource } from 'typeorm';

/** Gives an owner as many passkeys as this in all, the further ones without a device. */
export async function fillPasskeys(owner: DataSource, ownerId: string, inAll: number): Promise<void> {
  await owner.query(
    `INSERT INTO identity.passkey SELECT further.*
      FROM (SELECT * FROM identity.passkey WHERE owner_id = $1 ORDER BY id LIMIT 1) AS held,
        generate_series(1, $2 - (SELECT count(*) FROM identity.passkey WHERE owner_id = $1)) AS number,
        jsonb_populate_record(NULL::identity.passkey, to_jsonb(held) || jsonb_build_object(
          'id', gen_random_uuid(), 'credential_id', '\\x' || md5(held.id::text || number))) AS further`,
    [ownerId, inAll],
  );
}
