import { registerPasskey } from './register-passkey.js';
import { Stage } from './stage.js';
import { usePasskey } from './use-passkey.js';

// Pages with a button that creates or uses a passkey, drawn by `PasskeyCeremony`.
for (const root of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const stage = new Stage(root);
  if (root.dataset.passkey === 'register') registerPasskey(stage);
  else usePasskey(stage);
}
