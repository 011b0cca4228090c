import { X509Certificate } from 'node:crypto';

/** Longer chains are not made by makers of authenticators. */
const longestChain = 4;

/**
 * Whether certificates in DER, the attesting one first, lead link by link to one of the roots in PEM, all of them in
 * force. Asks nobody: the library would fetch revocation lists from wherever a certificate says.
 */
export function leadsToRoot(chain: Uint8Array[], rootsPem: string[], now: Date): boolean {
  if (chain.length === 0 || chain.length > longestChain) return false;
  const links = chain.map((der) => new X509Certificate(der));
  const roots = rootsPem.map((pem) => new X509Certificate(pem)).filter((root) => inForce(root, now));
  const last = links.at(-1);
  return (
    last !== undefined &&
    links.every((link) => inForce(link, now)) &&
    links.slice(1).every((issuer, index) => isIssuedBy(links[index], issuer)) &&
    roots.some((root) => root.fingerprint256 === last.fingerprint256 || isIssuedBy(last, root))
  );
}

function isIssuedBy(certificate: X509Certificate | undefined, issuer: X509Certificate): boolean {
  return Boolean(issuer.ca && certificate?.checkIssued(issuer) && certificate.verify(issuer.publicKey));
}

function inForce({ validFrom, validTo }: X509Certificate, now: Date): boolean {
  return new Date(validFrom) <= now && now <= new Date(validTo);
}
