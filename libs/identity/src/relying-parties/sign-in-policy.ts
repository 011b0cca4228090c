import type { interactionPolicy } from 'oidc-provider';
import { MoreThan } from 'typeorm';
import type { Platform } from '#lib/platform';
import { loadOpenidProvider } from '../openid-provider/load-openid-provider.js';
import { Session } from '../session/session.entity.js';

/** What our page says of who sat before it, beside what the provider itself knows. */
export interface PortalSession {
  portalSession?: string;
}

/**
 * A request goes on only with the answer of our own page to this very request, given in a session that has not ended
 * since. That page looks at freshness, level and consent.
 */
export async function signInPolicy(platform: Platform): Promise<interactionPolicy.Prompt[]> {
  const {
    interactionPolicy: { Check, Prompt },
  } = await loadOpenidProvider();
  const lives = (id: string) =>
    platform.database
      .getRepository(Session)
      .existsBy({ id, audience: 'portal', expiresAt: MoreThan(platform.clock.now()) });
  return [
    new Prompt(
      { name: 'login', requestable: true },
      new Check('own-session', 'the person is asked in a session of the portal', async ({ oidc }) => {
        const { portalSession } = (oidc.result ?? {}) as PortalSession;
        return !(oidc.result?.login && portalSession && (await lives(portalSession)));
      }),
    ),
    new Prompt(
      { name: 'consent', requestable: true },
      new Check('own-consent', 'the person is asked what to share', ({ oidc }) => !oidc.result?.consent),
    ),
  ];
}
