import { createHash, createPrivateKey, sign } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorData,
  packAttestationObject,
  packAuthenticatorData,
  type RegistrationResponseJSON,
  unpackAttestationObject,
  unpackAuthenticatorData,
  type WebAuthnEmulator,
} from 'nid-webauthn-emulator';

/** What a manipulated browser or authenticator says instead of the truth. */
export interface Lies {
  clientData?: Record<string, unknown>;
  flags?: Partial<AuthenticatorData['flags']>;
  signCount?: number;
  rpId?: string;
}

/** An assertion changed before it was signed: everything about it fits together but for the lies. */
export function forgeAssertion(
  device: WebAuthnEmulator,
  assertion: AuthenticationResponseJSON,
  lies: Lies,
): AuthenticationResponseJSON {
  const authenticatorData = packAuthenticatorData(
    changed(unpackAuthenticatorData(bytes(assertion.response.authenticatorData)), lies),
  );
  const clientDataJSON = changedClientData(assertion.response.clientDataJSON, lies);
  const payload = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
  const signature = signAs(device, assertion.id, payload);
  return {
    ...assertion,
    response: {
      ...assertion.response,
      authenticatorData: base64url(authenticatorData),
      clientDataJSON: base64url(clientDataJSON),
      signature: base64url(signature),
    },
  };
}

/** The same of a registration. `attest` makes an attestation over what is to be attested. */
export function forgeRegistration(
  registration: RegistrationResponseJSON,
  lies: Lies & { attest?: (payload: Buffer) => { fmt: string; attStmt: object } },
): RegistrationResponseJSON {
  const attestation = unpackAttestationObject(bytes(registration.response.attestationObject));
  const authData = changed(attestation.authData, lies);
  const clientDataJSON = changedClientData(registration.response.clientDataJSON, lies);
  const clientDataHash = createHash('sha256').update(clientDataJSON).digest();
  const attested = lies.attest?.(Buffer.concat([packAuthenticatorData(authData), clientDataHash]));
  return {
    ...registration,
    response: {
      ...registration.response,
      clientDataJSON: base64url(clientDataJSON),
      attestationObject: base64url(packAttestationObject({ ...attestation, ...attested, authData })),
    },
  };
}

/** Signs with the key of a passkey on the device. */
export function signAs(device: WebAuthnEmulator, id: string, payload: Buffer): Buffer {
  const key = device.authenticator.params.credentialsRepository
    ?.loadCredentials()
    .find(({ publicKeyCredentialSource: source }) => base64url(source.id) === id)
    ?.publicKeyCredentialSource.privateKey;
  if (!key) throw new Error('The device does not have this passkey');
  return sign('sha256', payload, createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' }));
}

function changed(data: AuthenticatorData, { flags, signCount, rpId }: Lies): AuthenticatorData {
  return {
    ...data,
    flags: { ...data.flags, ...flags },
    signCount: signCount ?? data.signCount,
    ...(rpId && { rpIdHash: new Uint8Array(createHash('sha256').update(rpId).digest()) }),
  };
}

function changedClientData(text: string, { clientData }: Lies): Buffer {
  return Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(text, 'base64url').toString()), ...clientData }),
  );
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}

function base64url(content: Uint8Array): string {
  return Buffer.from(content).toString('base64url');
}
