import { blindIndex, type Platform } from '#lib/platform';

/**
 * The secret a client shows to a provider where both are run by us (the stand-ins, the sample): made of the key that
 * our servers and the national systems share, so that nothing more must be kept.
 */
export function clientSecret({ config }: Platform, provider: string, clientId: string): string {
  return blindIndex(Buffer.from(config.secrets.nationalApiKey, 'hex'), `openid:${provider}:${clientId}`);
}
