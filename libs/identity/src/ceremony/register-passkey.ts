import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { ceremonyServer } from './ceremony-server.js';
import type { Stage } from './stage.js';

/** A button that creates a passkey. */
export function registerPasskey(stage: Stage): void {
  const server = ceremonyServer<PublicKeyCredentialCreationOptionsJSON>(stage);
  const button = stage.root.querySelector<HTMLButtonElement>('[data-passkey-button]');
  button?.addEventListener('click', async () => {
    button.disabled = true;
    stage.tell(stage.messages.waiting);
    try {
      const { publicKey } = await server.options();
      const credential = await startRegistration({ optionsJSON: publicKey });
      stage.tell(stage.messages.checking);
      await server.finish(credential);
    } catch (error) {
      stage.tellError(error);
      button.disabled = false;
    }
  });
}
