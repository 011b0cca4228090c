import { blindIndex, type Platform } from '#lib/platform';

/** Keys whose private halves were thrown away, one of each algorithm that passkeys have here (COSE_Key, RFC 9052). */
const ed25519 = Buffer.from(
  'a401010327200621582056d2eb45aabb5d4a40f0ed7da9be97f3a86588a9753c2145144b5cec3f37ab81',
  'hex',
);
const p256 = Buffer.from(
  'a501020326200121582078bb78a8b3050009f9c7806e18c6f142e617694821535c553407f2dc0b4c8e4f225820dccf0a9cfe01eab4677d16984b4c10f53f158d5934cef5a378a19965d3f338f4',
  'hex',
);
const rsa2048 = Buffer.from(
  [
    'pAEDAzkBACBZAQCUZQOqPpK+KlXAHZ3u5QiFaiN9qsFg8iAH0asnAn45Ho0N6eschVwg623NUtt/HwMw4fkNfA4tEkCQAYnt+6+F',
    'EmaAXDtKR3N0eszEdPmmKix6UJkHJwKwIO30Ac7ClXzWSIRWfY5NRiDYbsig4banSRkthUR6QAaabhvmWsCZiGP6fZNE/61LIsHL',
    'G0uU6V0CEcGNE+pMr+HJqv7GnEHEXQisb5atWBxdVSY3SqlkMCjlWwtcxWHJb5kdchEyPLKUCVBZOAPG7aZMSLyMOSXw7xXOQBBG',
    'oqg/TlXUuANlB/VaYrEzA4VGk9+mLbp66Ok5f7FxlMVLetwTSK3HP9gLIUMBAAE=',
  ].join(''),
  'base64',
);
/** Drawn from as often as passkeys might have them: most have P-256. */
const keys = [p256, p256, p256, p256, ed25519, ed25519, rsa2048, rsa2048];

/**
 * The key that an assertion of an unknown passkey is checked against: it is refused after as much work as a wrong
 * signature of a known one. Always the same for the same credential id, and which is for us alone to know: were it one key for
 * all, a passkey of another algorithm would be told from one that does not exist by 0.8 ms.
 */
export function nobodysKey({ config }: Platform, credentialId: string): Buffer {
  const drawn = Buffer.from(
    blindIndex(config.secrets.blindIndexKey, `nobodys-key:${credentialId}`),
    'base64url',
  );
  return keys[drawn.readUInt32BE() % keys.length] as Buffer;
}
