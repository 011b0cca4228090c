// A citizen of the bench: a row of the register, and a passkey whose private half the bench holds.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { uuid } from './product.mjs';

export async function newCitizen(database, portal) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  const [personId, credentialId, userHandle] = [uuid(), randomBytes(32), randomBytes(64)];
  await database.query(
    `INSERT INTO identity.person (id, id_number_sealed, id_number_index, full_name, birth_date, sex, assurance, evidence, created_at)
      VALUES ($1, '', $2, 'Bench', '1990-01-01', 'female', 1, '{}', now())`,
    [personId, randomBytes(16).toString('hex')],
  );
  await database.query(
    `INSERT INTO identity.passkey (id, audience, owner_id, credential_id, public_key, user_handle, sign_count, aaguid, transports, backup_eligible, backed_up, created_at)
      VALUES ($1, 'portal', $2, $3, $4, $5, 0, $6, '{internal}', false, false, now())`,
    [uuid(), personId, credentialId, cose, userHandle, '00000000-0000-0000-0000-000000000000'],
  );
  const rpIdHash = createHash('sha256').update(new URL(portal).hostname).digest();
  const authenticatorData = Buffer.concat([rpIdHash, Buffer.from('0500000000', 'hex')]);
  return {
    personId,
    privateKey,
    cose,
    credentialId: credentialId.toString('base64url'),
    userHandle,
    authenticatorData,
  };
}

export function assertion({ privateKey, credentialId, userHandle, authenticatorData }, challenge, origin) {
  const clientDataJSON = Buffer.from(
    JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }),
  );
  const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
  return {
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
      userHandle: userHandle.toString('base64url'),
    },
  };
}
