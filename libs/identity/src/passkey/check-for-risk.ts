import { newId, type Platform, type Tx } from '#lib/platform';
import type { Passkey } from './passkey.entity.js';
import { refusePasskey } from './refuse-passkey.js';
import { RiskEvent, type PasskeyRisk } from './risk-event.entity.js';

interface Observed {
  passkey: Passkey;
  counter: number;
  backupEligible: boolean;
  userHandle: string | undefined;
  userHandleNeeded: boolean;
}

/**
 * Compares what a valid assertion says with what is known of its passkey. A counter that does not rise is only
 * recorded, for synchronised passkeys do not count; another user handle or backup eligibility is also refused.
 */
export async function checkForRisk(tx: Tx, platform: Platform, observed: Observed): Promise<void> {
  const { passkey, counter, backupEligible, userHandle } = observed;
  const record = (kind: PasskeyRisk, facts: RiskEvent['facts']) =>
    tx.getRepository(RiskEvent).insert({
      id: newId(),
      audience: passkey.audience,
      ownerId: passkey.ownerId,
      passkeyId: passkey.id,
      kind,
      facts,
      at: platform.clock.now(),
    });

  if (userHandle === undefined && observed.userHandleNeeded) refusePasskey('the user handle is missing');
  if (userHandle !== undefined && !passkey.userHandle.equals(Buffer.from(userHandle, 'base64url'))) {
    await record('user-handle-differs', {});
    refusePasskey('the user handle is not that of the owner');
  }
  if (backupEligible !== passkey.backupEligible) {
    await record('backup-eligibility-changed', { kept: passkey.backupEligible, shown: backupEligible });
    refusePasskey('the backup eligibility has changed');
  }
  const kept = Number(passkey.signCount);
  if ((counter > 0 || kept > 0) && counter <= kept)
    await record('counter-regression', { kept, shown: counter });
}
