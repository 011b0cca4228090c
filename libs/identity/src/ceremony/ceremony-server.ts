import { askServer } from './ask-server.js';
import type { AcceptedPasskeys } from '../passkey/accepted-passkeys.js';
import { signal } from './signal.js';
import type { Stage } from './stage.js';

/** A challenge with everything the browser needs, and how long it may be answered. */
export interface CeremonyOptions<T> {
  publicKey: T;
  lifetimeSeconds: number;
}

/** The two routes of a ceremony, as the page names them. */
export function ceremonyServer<T>({ root }: Stage) {
  const { challengeHref = '', verifyHref = '', extra = '{}' } = root.dataset;
  const more = JSON.parse(extra) as Record<string, string>;
  return {
    options: () => askServer<CeremonyOptions<T>>(challengeHref, more),
    /** Hands the credential over and goes where the server says. */
    finish: async (credential: unknown) => {
      const answer = { ...more, credential };
      const { next, accepted } = await askServer<{ next: string; accepted?: AcceptedPasskeys }>(
        verifyHref,
        answer,
      );
      if (accepted) signal({ signalName: 'allAcceptedCredentials', ...accepted });
      location.assign(next);
    },
  };
}
