import { type RegistrationResponseJSON, SettingsService } from '@simplewebauthn/server';
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';
import { checkAndroidKey } from './formats/check-android-key.js';
import { checkTpm } from './formats/check-tpm.js';
import { clientDataHash, type Statement } from './formats/statement.js';

// Which roots count, our own list says, and only for officers. The library's would lead it to fetch revocation lists.
for (const identifier of ['android-key', 'apple'] as const)
  SettingsService.setRootCertificates({ identifier, certificates: [] });

const ours = { 'android-key': checkAndroidKey, tpm: checkTpm } as Partial<
  Record<Statement['format'], (statement: Statement, hash: Uint8Array<ArrayBuffer>) => Promise<void>>
>;

/**
 * Checks what the library does not check in our way: that a statement of Android's key store or of a TPM is in order.
 * Throws where it is not. Returns the registration for the library, without what was checked already; of all other
 * formats the library checks the statement itself. None of this says that a maker is trusted: `checkAttestation` does.
 */
export async function checkStatement(
  registration: RegistrationResponseJSON,
  statement: Statement,
): Promise<RegistrationResponseJSON> {
  const check = ours[statement.format];
  if (!check) return registration;
  const { response } = registration;
  await check(statement, await clientDataHash(response.clientDataJSON));
  const bare = new Map<string, Parameters<typeof isoCBOR.encode>[0]>([
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', statement.authData],
  ]);
  const attestationObject = isoBase64URL.fromBuffer(isoCBOR.encode(bare));
  return { ...registration, response: { ...response, attestationObject } };
}
