import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { newId, type Platform, type Tx } from '#lib/platform';
import { checkAttestation, needsAttestation } from '../attestation/check-attestation.js';
import { checkStatement } from '../attestation/check-statement.js';
import { readStatement } from '../attestation/formats/statement.js';
import { hostOf } from '../audience.js';
import { keeperName } from './keeper-name.js';
import { keyAlgorithms } from './ceremony-options.js';
import { readClientData, refuseForeignFrame } from './client-data.js';
import { type ChallengeClaim, consumeChallenge } from './consume-challenge.js';
import type { Passkey } from './passkey.entity.js';
import { readRegistration } from './read-response.js';
import { refuseForeignKey } from './refuse-foreign-key.js';
import { orRefuse, refusePasskey } from './refuse-passkey.js';

/**
 * Checks a registration (WebAuthn Level 3, section 7.1) and returns the passkey, not yet saved. Where no attestation was
 * asked for, one that is in order is let in and believed nothing (step 24: as if the passkey attested itself); one that
 * is not in order is refused, as is any format that is not checked.
 * Give the pool as `tx`: the challenge is used up even when the rest fails.
 * Refuses, whatever is wrong, with `passkey-not-accepted` (400).
 */
export async function verifyRegistration(
  tx: Tx,
  platform: Platform,
  claim: Omit<ChallengeClaim, 'purpose'> & { ownerId: string; registration: unknown },
): Promise<Passkey> {
  const registration = readRegistration(claim.registration);
  const clientData = readClientData(registration.response.clientDataJSON);
  const challenge = await consumeChallenge(tx, platform, clientData.challenge, {
    ...claim,
    purpose: 'register',
  });
  refuseForeignFrame(clientData);
  const statement = await orRefuse(() => readStatement(registration.response.attestationObject));
  const attested = needsAttestation(platform, claim.audience);
  const response = await orRefuse(() => checkStatement(registration, statement));
  const host = hostOf(platform, claim.audience);
  const { verified, registrationInfo } = await orRefuse(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: clientData.challenge,
      expectedOrigin: host.origin,
      expectedRPID: host.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: keyAlgorithms,
    }),
  );
  if (!verified) return refusePasskey('the attestation is not verified');
  const { credential, aaguid, credentialDeviceType, credentialBackedUp } = registrationInfo;
  if (credential.id !== registration.id) refusePasskey('the id is not that of the authenticator data');
  await orRefuse(() => refuseForeignKey(credential.publicKey));
  const backupEligible = credentialDeviceType === 'multiDevice';
  if (attested) await checkAttestation(tx, platform, { aaguid, backupEligible }, statement.certificates);
  if (!challenge.userHandle) throw new Error('A challenge to register came without a user handle');
  return {
    id: newId(),
    audience: claim.audience,
    ownerId: claim.ownerId,
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    userHandle: challenge.userHandle,
    signCount: String(credential.counter),
    aaguid,
    name: keeperName(aaguid),
    transports: registration.response.transports ?? [],
    attested,
    backupEligible,
    backedUp: credentialBackedUp,
    createdAt: platform.clock.now(),
    lastUsedAt: null,
  };
}
