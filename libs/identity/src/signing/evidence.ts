/**
 * What is kept of a signature with a passkey: enough for anyone to check it offline with `verifyEvidence`. It shows
 * that the holder of this passkey confirmed this digest; it is not a digital signature in the sense of Law 20/2023.
 * Bytes are base64url.
 */
export interface PasskeyEvidence {
  kind?: undefined;
  credentialId: string;
  /** COSE key (RFC 9052). */
  publicKey: string;
  authenticatorData: string;
  clientDataJSON: string;
  signature: string;
  /** Not every authenticator gives it when it is told which passkey to use. */
  userHandle?: string;
  rpId: string;
  origin: string;
  /** Keeper of the passkey, null where unknown. */
  passkeyName: string | null;
  /** When it was accepted, ISO 8601. */
  at: string;
}

/**
 * What is kept where a citizen without a passkey confirmed by a code to the phone the population register has, at a
 * helper's device: our own word that the code for exactly this digest was given back in time, and nothing that anybody
 * could check without us.
 */
export interface CodeEvidence {
  kind: 'phone-code';
  /** SHA-256 of the canonical form the code was bound to, hexadecimal. */
  digest: string;
  /** Masked but for the last three digits. */
  phone: string;
  /** When the code was sent, ISO 8601. */
  sentAt: string;
  /** When it was given back, ISO 8601. */
  at: string;
}

export type Evidence = PasskeyEvidence | CodeEvidence;
