import type { InteractionResults, Provider } from 'oidc-provider';
import { digest, type Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Session } from '../session/session.entity.js';
import type { Consent } from './consent.entity.js';
import { acrOf, amrOf } from './levels-as-claims.js';
import { levelToTell } from './level-to-tell.js';
import { grantSeconds } from './provider-configuration.js';
import type { SharingRequest } from './sharing-request.js';
import type { PortalSession } from './sign-in-policy.js';

/** What the provider is told of a person who agreed: who, how they signed in and when, and a grant of what was asked for. */
export async function answerSystem(
  platform: Platform,
  provider: Provider,
  principal: Principal,
  { party, scopes, wanted }: SharingRequest,
  consent: Consent,
): Promise<InteractionResults & PortalSession> {
  const { clientId } = party;
  const { id: accountId, sessionId, authenticatedAt } = principal;
  const { database, clock } = platform;
  const { authenticatedBy, vouchedLevel } = await database
    .getRepository(Session)
    .findOneByOrFail({ id: sessionId });
  const told = await levelToTell(platform, accountId);
  // What a provider vouched for is not made surer by being passed on.
  const level = vouchedLevel !== null && vouchedLevel < told ? vouchedLevel : told;
  const grant = new provider.Grant({ clientId, accountId });
  grant.addOIDCScope(['openid', ...scopes].join(' '));
  const grantId = await grant.save();
  await database.query(
    `INSERT INTO identity.consent_grant (grant_hash, consent_id, expires_at)
      VALUES ($1, $2, now() + $3 * interval '1 second')`,
    [digest(grantId), consent.id, grantSeconds],
  );
  await database.query('UPDATE identity.consent SET last_used_at = $2 WHERE id = $1', [
    consent.id,
    clock.now(),
  ]);
  return {
    login: {
      accountId,
      acr: acrOf(level, wanted),
      amr: amrOf[authenticatedBy],
      ts: Math.floor(authenticatedAt.getTime() / 1000),
      remember: false,
    },
    consent: { grantId },
    portalSession: sessionId,
  };
}
