import { createPrivateKey, sign } from 'node:crypto';

/** Made for these tests alone: a certificate that looks like that of a maker of authenticators, and its key. */
const certificate =
  'MIIB3DCCAYKgAwIBAgIBATAKBggqhkjOPQQDAjBeMQswCQYDVQQGEwJWTjEcMBoGA1UECgwTVW5hc2tlZCBBdHRlc3RhdGlvbjEiMCAGA1UECwwZQXV0aGVudGljYXRvciBBdHRlc3RhdGlvbjENMAsGA1UEAwwEVGVzdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowXjELMAkGA1UEBhMCVk4xHDAaBgNVBAoME1VuYXNrZWQgQXR0ZXN0YXRpb24xIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xDTALBgNVBAMMBFRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQQBHoETBzuClGD4kJOFXoXbz5b+PqydH2O48qo6WJ2o/bsybSUJgMu08VKsrzHDpAYd7PKkqAbr4ZPSB5m+Q8Koy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBQb6KZV9PysE4TXf2VdRQElw7fkqTAKBggqhkjOPQQDAgNIADBFAiEA8IDx1EeTGWABpZJMEfMv/vjOKmYpQPiFpU0kZjIdx54CIGMmJie0z1hsD+fZnU54SlaXY5xVsQaskWh6Pz0NdtFk';
const key =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqMtsnZz4+UQet7XO6mUCuOJibGCbbTjJ4FuYM2trUMahRANCAAQQBHoETBzuClGD4kJOFXoXbz5b+PqydH2O48qo6WJ2o/bsybSUJgMu08VKsrzHDpAYd7PKkqAbr4ZPSB5m+Q8K';

/** A full attestation in perfect order, which nobody asked for. */
export function certifiedAttestation(payload: Buffer): { fmt: string; attStmt: object } {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  const sig = new Uint8Array(sign('sha256', payload, privateKey));
  return {
    fmt: 'packed',
    attStmt: { alg: -7, sig, x5c: [new Uint8Array(Buffer.from(certificate, 'base64'))] },
  };
}
