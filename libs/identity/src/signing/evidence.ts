/**
 * What is kept of a signature with a passkey: enough for anyone to check it offline with `verifyEvidence`. It shows
 * that the holder of this passkey confirmed this digest; it is not a digital signature in the sense of Law 20/2023.
 * Bytes are base64url.
 */
export interface Evidence {
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
