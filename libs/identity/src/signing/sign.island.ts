import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import { Stage } from '../ceremony/stage.js';

/** A little less than the server gives. */
const lifetimeMilliseconds = 9.5 * 60_000;

// Forms that are signed with a passkey, drawn by `PasskeyForm`: before the form goes out, the assertion goes in.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey-sign]')) enhance(form);

function enhance(form: HTMLFormElement): void {
  const stage = new Stage(form);
  const options = JSON.parse(form.dataset.options ?? '{}') as PublicKeyCredentialRequestOptionsJSON;
  const openedAt = performance.now();
  let busy = false;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (busy) return;
    if (performance.now() - openedAt > lifetimeMilliseconds) return stage.tell(stage.messages.expired);
    busy = true;
    stage.tell(stage.messages.waiting);
    try {
      const assertion = await startAuthentication({ optionsJSON: options });
      put('assertion', JSON.stringify(assertion));
      const pressed = event.submitter;
      if (pressed instanceof HTMLButtonElement && pressed.name) put(pressed.name, pressed.value);
      stage.tell(stage.messages.checking);
      form.submit();
    } catch (error) {
      stage.tellError(error);
      busy = false;
    }
  });

  function put(name: string, value: string): void {
    const input =
      form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`) ?? addHidden(name);
    input.value = value;
  }

  function addHidden(name: string): HTMLInputElement {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    return form.appendChild(input);
  }
}
