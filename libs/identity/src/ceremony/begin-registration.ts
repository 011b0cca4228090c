import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { type Language, type Platform, say, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { registrationOptions } from '../passkey/ceremony-options.js';
import { issueChallenge } from '../passkey/issue-challenge.js';
import { passkeysOf, userHandleOf } from '../passkey/passkeys-of.js';
import { type OptionsReply, optionsReply } from './options-reply.js';
import { siteNames } from './site-names.js';

/** Options for one more passkey of an owner, to be answered by the same browser with `verifyRegistration`. */
export async function beginRegistration(
  tx: Tx,
  platform: Platform,
  wish: { audience: Audience; ownerId: string; name: string; boundTo: Buffer; language: Language },
): Promise<OptionsReply<PublicKeyCredentialCreationOptionsJSON>> {
  const { audience, ownerId, name, boundTo } = wish;
  const excluded = await passkeysOf(tx, audience, ownerId);
  const userHandle = userHandleOf(excluded);
  const binding = { audience, purpose: 'register', boundTo, ownerId, userHandle } as const;
  const challenge = await issueChallenge(tx, platform, binding);
  const siteName = say(siteNames[audience], wish.language);
  return optionsReply(
    await registrationOptions(platform, audience, { challenge, userHandle, name, siteName, excluded }),
  );
}
