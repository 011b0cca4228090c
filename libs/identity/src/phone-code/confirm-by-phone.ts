import type { Platform } from '#lib/platform';
import type { CodeEvidence } from '../signing/evidence.js';
import { usePhoneCode } from './use-phone-code.js';

/**
 * Takes the code with which a citizen confirms exactly this digest at a helper's device, and returns the evidence to
 * keep. Refuses 'code-wrong' (422) and 'code-over' (410).
 */
export async function confirmByPhone(
  platform: Platform,
  { helperId, digest, code }: { helperId: string; digest: Buffer; code: string },
): Promise<CodeEvidence> {
  const used = await usePhoneCode(platform, { helperId, purpose: 'filing', boundTo: digest }, code);
  return {
    kind: 'phone-code',
    digest: digest.toString('hex'),
    phone: used.phone,
    sentAt: used.sentAt.toISOString(),
    at: platform.clock.now().toISOString(),
  };
}
