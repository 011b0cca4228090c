import { sendSignal } from '@simplewebauthn/browser';

/**
 * Tells the keeper of passkeys which of them we still accept (WebAuthn Level 3, section 5.1.10), so that it stops
 * offering the others. For good measure only: a browser that cannot, or a keeper that does not listen, is no failure.
 */
export function signal(about: Parameters<typeof sendSignal>[0]): void {
  sendSignal(about).catch(() => undefined);
}
