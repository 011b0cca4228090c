import { signal } from '../ceremony/signal.js';
import type { AcceptedPasskeys } from '../passkey/accepted-passkeys.js';

// On the page with a person's own passkeys: their keepers learn which of them still open the account.
const accepted = document.querySelector<HTMLElement>('[data-accepted-passkeys]')?.dataset.acceptedPasskeys;
if (accepted) signal({ signalName: 'allAcceptedCredentials', ...(JSON.parse(accepted) as AcceptedPasskeys) });
