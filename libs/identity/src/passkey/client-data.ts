import { refusePasskey } from './refuse-passkey.js';

/** What the browser says of the ceremony (WebAuthn Level 3, section 5.8.1), read but not yet believed. */
export interface ClientData {
  challenge: string;
  crossOrigin?: unknown;
  topOrigin?: unknown;
}

/** Reads clientDataJSON. Refuses what has no challenge. */
export function readClientData(clientDataJson: string): ClientData {
  let fields: unknown;
  try {
    fields = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
  } catch {
    return refusePasskey('clientDataJSON is not JSON');
  }
  const { challenge, crossOrigin, topOrigin } = (fields ?? {}) as Partial<ClientData>;
  if (typeof challenge !== 'string' || challenge.length > 100)
    return refusePasskey('clientDataJSON holds no challenge');
  return { challenge, crossOrigin, topOrigin };
}

/**
 * Refuses a ceremony inside another site's frame (section 7.1 step 10, section 7.2 step 13). The library checks
 * this at neither ceremony as long as the browser names no top origin.
 */
export function refuseForeignFrame({ crossOrigin, topOrigin }: ClientData): void {
  if (crossOrigin !== undefined && crossOrigin !== false) refusePasskey('crossOrigin is not false');
  if (topOrigin !== undefined) refusePasskey('topOrigin is given');
}
