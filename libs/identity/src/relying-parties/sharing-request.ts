import type { Interaction } from 'oidc-provider';
import { type Config, Refusal } from '#lib/platform';
import type { Assurance } from '../assurance/levels.js';
import { levelEnoughFor, wantedAcr } from './levels-as-claims.js';
import { type RelyingParty, relyingParty } from './relying-party.js';
import { type SharedScope, sharedScopesIn } from './shared-scopes.js';

/** What a system asks of a person, read from its authorization request, which the provider has checked. */
export interface SharingRequest {
  path: string;
  party: RelyingParty;
  redirectUri: string;
  scopes: SharedScope[];
  wanted: string[];
  /** The level that is enough; undefined where it asks for levels that are not ours. */
  enough: Assurance | undefined;
  askedAt: Date;
  /** How long ago the person may have shown who they are; undefined where the session is enough. */
  maxAgeSeconds: number | undefined;
  /** Shows the page also to who has agreed to all of it before. */
  askAgain: boolean;
}

/** Refuses 'sign-in-step-over' (410) where the system is none of ours any more. */
export function sharingRequest(config: Config, { uid, iat, params }: Interaction): SharingRequest {
  const party = relyingParty(config, String(params.client_id));
  if (!party) throw new Refusal('sign-in-step-over', 410);
  const wanted = wantedAcr(params);
  const prompts = String(params.prompt ?? '').split(' ');
  const maxAge = params.max_age === undefined ? undefined : Number(params.max_age);
  return {
    path: `/sharing/${uid}`,
    party,
    redirectUri: String(params.redirect_uri),
    scopes: sharedScopesIn(params.scope),
    wanted,
    enough: levelEnoughFor(wanted),
    askedAt: new Date(iat * 1000),
    maxAgeSeconds: prompts.includes('login') ? 0 : maxAge,
    askAgain: prompts.includes('consent'),
  };
}
