import type { HostConfig, Platform } from '#lib/platform';

/** Whom a passkey, a session or a challenge is for: citizens at the portal, officers at the desk. Never both. */
export type Audience = 'portal' | 'desk';

/** The app of a request as an audience. A fault on a host that nobody signs in to. */
export function audienceOf({ app }: { app: string }): Audience {
  if (app === 'portal' || app === 'desk') return app;
  throw new Error(`Nobody signs in at the ${app}`);
}

/** The host of an audience: its origin and its WebAuthn relying party id. */
export function hostOf(platform: Platform, audience: Audience): HostConfig {
  return platform.config[audience];
}
