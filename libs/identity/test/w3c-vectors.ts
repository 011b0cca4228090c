import published from './w3c-vectors.json' with { type: 'json' };

/**
 * The test vectors of WebAuthn Level 3, section 16, whole: RP id `example.org`, origin `https://example.org`, the
 * certificates good from 2024 to 3024. All bytes are base64url. How they are replayed: passkey/w3c-vectors.test.ts.
 */
export const vectors: Record<VectorName, Vector> = published.vectors;
export type VectorName = keyof typeof published.vectors;

/** Of the certificates in them, the root: PEM. */
export const attestationRoot = `-----BEGIN CERTIFICATE-----
${Buffer.from(published.root, 'base64url').toString('base64').replace(/.{64}/g, '$&\n')}
-----END CERTIFICATE-----
`;

export interface Vector {
  id: string;
  /** COSE key. */
  publicKey: string;
  registration: { challenge: string; clientDataJSON: string; attestationObject: string };
  assertion: { challenge: string; clientDataJSON: string; authenticatorData: string; signature: string };
}

/** What the browser posts for the registration or the assertion of a vector. */
export function credentialOf(
  { id }: Vector,
  ceremony: Vector['registration'] | Vector['assertion'],
  more: Record<string, string> = {},
) {
  const { challenge: _, ...response } = ceremony;
  return { id, rawId: id, type: 'public-key', response: { ...response, ...more } };
}
