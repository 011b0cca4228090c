import type { Platform, Tx } from '#lib/platform';
import { checkAssertion, type CheckedAssertion } from './check-assertion.js';
import type { ChallengeClaim } from './consume-challenge.js';
import { noteUse } from './note-use.js';

/** Checks an assertion as `checkAssertion` does, and notes the use of the passkey. */
export async function verifyAssertion(
  tx: Tx,
  platform: Platform,
  claim: ChallengeClaim & { assertion: unknown },
): Promise<CheckedAssertion> {
  const checked = await checkAssertion(tx, platform, claim);
  await noteUse(tx, checked.passkey);
  return checked;
}
