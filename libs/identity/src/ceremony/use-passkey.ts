import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { ServerSaysNo } from './ask-server.js';
import { ceremonyServer } from './ceremony-server.js';
import { signal } from './signal.js';
import type { Stage } from './stage.js';

/**
 * A button that uses a passkey and, where the page has a field for it and the browser can, the same from the list
 * that the browser shows under the field. One ceremony at a time: the button ends the waiting one first.
 */
export function usePasskey(stage: Stage): void {
  const server = ceremonyServer<PublicKeyCredentialRequestOptionsJSON>(stage);
  const button = stage.root.querySelector<HTMLButtonElement>('[data-passkey-button]');
  const field = stage.root.querySelector<HTMLElement>('[data-passkey-autofill]');
  let pressed = false;

  button?.addEventListener('click', async () => {
    if (pressed) return;
    pressed = true;
    WebAuthnAbortService.cancelCeremony();
    stage.tell(stage.messages.waiting);
    try {
      const { publicKey } = await server.options();
      await finish(await startAuthentication({ optionsJSON: publicKey }), publicKey);
    } catch (error) {
      stage.tellError(error);
      pressed = false;
      void offer();
    }
  });
  void offer();

  /** Waits under the field. Never reloads the page: what fails is told, and the next offer has a new challenge. */
  async function offer(): Promise<void> {
    if (!field || !(await browserSupportsWebAuthnAutofill())) return;
    field.hidden = false;
    let tooOld: boolean;
    do {
      tooOld = false;
      const options = await server.options().catch(() => undefined);
      if (!options || pressed) return;
      // Browsers ignore the timeout here, so that the challenge would die while the page waits.
      const renewal = setTimeout(() => {
        tooOld = true;
        WebAuthnAbortService.cancelCeremony();
      }, options.lifetimeSeconds * 750);
      try {
        const credential = await startAuthentication({
          optionsJSON: options.publicKey,
          useBrowserAutofill: true,
        });
        await finish(credential, options.publicKey);
      } catch (error) {
        if (!(error instanceof ServerSaysNo)) continue;
        stage.tellError(error);
        tooOld = true;
      } finally {
        clearTimeout(renewal);
      }
    } while (tooOld);
  }

  async function finish(
    credential: AuthenticationResponseJSON,
    { rpId }: PublicKeyCredentialRequestOptionsJSON,
  ): Promise<void> {
    stage.tell(stage.messages.checking);
    try {
      await server.finish(credential);
    } catch (error) {
      if (error instanceof ServerSaysNo && error.facts.passkey === 'removed' && rpId)
        signal({ signalName: 'unknownCredential', rpID: rpId, credentialID: credential.id });
      throw error;
    }
  }
}
