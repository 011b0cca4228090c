import { blindIndex, type Platform } from '#lib/platform';

/** A code as it is kept: keyed, since digits are quickly tried, and good in one browser alone. */
export function codeIndex(platform: Platform, preSession: Buffer, code: string): string {
  return blindIndex(
    platform.config.secrets.blindIndexKey,
    `sign-up:${preSession.toString('base64url')}:${code}`,
  );
}
