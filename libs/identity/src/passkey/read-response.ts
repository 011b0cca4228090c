import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { refusePasskey } from './refuse-passkey.js';

/** Lengths in base64url characters. Real ones stay far below. */
const limits = {
  id: 1400,
  clientDataJSON: 8_000,
  authenticatorData: 8_000,
  signature: 4_000,
  userHandle: 100,
};
const knownTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

type Fields = Record<string, unknown>;

/** An assertion as it came from outside, in any shape, as JSON or as its text; the fields we check, and no others. */
export function readAssertion(received: unknown): AuthenticationResponseJSON {
  const { credential, response } = readCredential(received);
  return {
    ...credential,
    response: {
      clientDataJSON: bytes(response, 'clientDataJSON', limits.clientDataJSON),
      authenticatorData: bytes(response, 'authenticatorData', limits.authenticatorData),
      signature: bytes(response, 'signature', limits.signature),
      ...(isGiven(response.userHandle) && { userHandle: bytes(response, 'userHandle', limits.userHandle) }),
    },
  };
}

/** A registration as it came from outside, likewise. */
export function readRegistration(received: unknown): RegistrationResponseJSON {
  const { credential, response } = readCredential(received);
  const transports = Array.isArray(response.transports) ? response.transports : [];
  return {
    ...credential,
    response: {
      clientDataJSON: bytes(response, 'clientDataJSON', limits.clientDataJSON),
      attestationObject: bytes(response, 'attestationObject', 16_000),
      transports: knownTransports.filter((transport) => transports.includes(transport)),
    },
  };
}

function readCredential(received: unknown) {
  const fields = asFields(typeof received === 'string' ? parse(received) : received, 'credential');
  const id = bytes(fields, 'id', limits.id);
  if (fields.rawId !== id) refusePasskey('id and rawId differ');
  if (fields.type !== 'public-key') refusePasskey('type is not public-key');
  const credential = { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  return { credential, response: asFields(fields.response, 'response') };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refusePasskey('the text is not JSON');
  }
}

function asFields(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null) refusePasskey(`${name} is not an object`);
  return value as Fields;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function bytes(fields: Fields, name: string, longest: number): string {
  const value = fields[name];
  if (typeof value !== 'string' || value.length === 0 || value.length > longest || !isBase64url(value))
    refusePasskey(`${name} is not base64url of at most ${longest} characters`);
  return value as string;
}

/** In the one way in which bytes are written (RFC 4648, section 3.5): whoever checks evidence later may be strict. */
function isBase64url(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}
