import { createPrivateKey, sign } from 'node:crypto';

// Made for these tests alone: an invented maker of security keys with its root, a key's certificate under it, and the
// root of another maker. Good from 2020 to 2120.
const leaf =
  'MIIB7zCCAZagAwIBAgIBAzAKBggqhkjOPQQDAjBGMQswCQYDVQQGEwJWTjEfMB0GA1UECgwWSW52ZW50ZWQgU2VjdXJpdHkgS2V5czEWMBQGA1UEAwwNSW52ZW50ZWQgUm9vdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowaTELMAkGA1UEBhMCVk4xHzAdBgNVBAoMFkludmVudGVkIFNlY3VyaXR5IEtleXMxIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xFTATBgNVBAMMDEludmVudGVkIEtleTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABM9X06ucKdLI3kG3xoG/yiZgxN3imbrJ/hqkBI+QNsuIQnC8ozItbT4Xeoj+1qWiPUF2IGuM9TypiF2DgPEjgcajUDBOMAwGA1UdEwEB/wQCMAAwHQYDVR0OBBYEFEpEbqG5DSeJXihqWGJV0WCVlyEUMB8GA1UdIwQYMBaAFBcgsmsuEFCUYGd8wSblbk7Dhj9tMAoGCCqGSM49BAMCA0cAMEQCIHBLP1VAJ+1GEusHQkSsDjDLJzIK5vKni/Y04zP4zY7TAiAS2sv3RjLpsWABP4/ZK/Q/0gsvft+ug2JusAUxeadC1Q==';
const key =
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgBxcOf8OLyPqxkxN6BhkDgJohXrulL6vbvmjXMECd39mhRANCAATPV9OrnCnSyN5Bt8aBv8omYMTd4pm6yf4apASPkDbLiEJwvKMyLW0+F3qI/taloj1BdiBrjPU8qYhdg4DxI4HG';

export const makersRoot = `-----BEGIN CERTIFICATE-----
MIIBrjCCAVWgAwIBAgIBATAKBggqhkjOPQQDAjBGMQswCQYDVQQGEwJWTjEfMB0G
A1UECgwWSW52ZW50ZWQgU2VjdXJpdHkgS2V5czEWMBQGA1UEAwwNSW52ZW50ZWQg
Um9vdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowRjELMAkGA1UE
BhMCVk4xHzAdBgNVBAoMFkludmVudGVkIFNlY3VyaXR5IEtleXMxFjAUBgNVBAMM
DUludmVudGVkIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARD8IbgdBhe
+5idemNNBaPXPMhdheTXc1pS54AQrkCeCGSoZNxQeqHcy6o6FwWHZ+EDbqdbYztV
MjrRiKMoMxweozIwMDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQXILJrLhBQ
lGBnfMEm5W5Ow4Y/bTAKBggqhkjOPQQDAgNHADBEAiBwx2CGcefBidUMEX2+/Vet
sXBOz25wXyJ5Xfe0ME2JDgIgMOTBLyx6xjBny2x44W/KNPsqdGAPXIioCzi0fJrH
Plw=
-----END CERTIFICATE-----
`;

export const otherRoot = `-----BEGIN CERTIFICATE-----
MIIBkjCCATegAwIBAgIBAjAKBggqhkjOPQQDAjA3MQswCQYDVQQGEwJWTjETMBEG
A1UECgwKT3RoZXIgS2V5czETMBEGA1UEAwwKT3RoZXIgUm9vdDAgFw0yMDAxMDEw
MDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowNzELMAkGA1UEBhMCVk4xEzARBgNVBAoM
Ck90aGVyIEtleXMxEzARBgNVBAMMCk90aGVyIFJvb3QwWTATBgcqhkjOPQIBBggq
hkjOPQMBBwNCAARxiMUQglC/TXn9fb+vRl+MR5lravRHn1jmq+mkzNSIp+z0OM4z
mCrn0/vmLUh5U2vTWMaao6D5OS2zhpfheUPoozIwMDAPBgNVHRMBAf8EBTADAQH/
MB0GA1UdDgQWBBRdlqtQ2Mz5WjIoSDNEHF2GR9Y96jAKBggqhkjOPQQDAgNJADBG
AiEAn18zGAQfwYYbPMGpYMBS2xpJA2rYPsTVZu3yjDsKqVMCIQD9dMTO+9fmBC3h
bLONMvG0HAGQ/+SsPHCy3Mk4IpLY1w==
-----END CERTIFICATE-----
`;

/** The model that the invented maker's keys say they are. */
export const makersModel = '5ec0e1b6-0000-4000-8000-000000000001';

/** What a security key of the invented maker says about a new passkey. */
export function attestByMaker(payload: Buffer): { fmt: string; attStmt: object } {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  const sig = new Uint8Array(sign('sha256', payload, privateKey));
  return { fmt: 'packed', attStmt: { alg: -7, sig, x5c: [new Uint8Array(Buffer.from(leaf, 'base64'))] } };
}
