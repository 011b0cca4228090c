import { type CodeEvidence, type Evidence, verifyEvidence } from '#lib/identity';
import { digest, type Platform, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { type ApplicationEvent, chainHolds } from '../application/read-events.js';
import { followsFromWhole } from '../children/follows-from-whole.js';
import type { ConfirmedByCode } from '../supplement/answer-supplement.js';
import { readReceipt } from '../tracking/read-receipt.js';

/** What of a case file can be recomputed, and whether it still fits. */
export interface Integrity {
  /** Every event fits its hash and the one before, and the last is the one the application names. */
  chain: boolean;
  /**
   * The passkey's signature under what was filed, or that the code was bound to it, also of supplements; a part follows
   * from what was signed.
   */
  submission: boolean;
  /** How it was confirmed, where that was no passkey. */
  code: CodeEvidence | undefined;
  /** The passkey's signature under the last decision; undefined before there is one. */
  decision: boolean | undefined;
}

export async function checkIntegrity(
  tx: Tx,
  platform: Platform,
  application: Application,
  events: ApplicationEvent[],
): Promise<Integrity> {
  const receipt = await readReceipt(tx, platform, application);
  const code = receipt.evidence.kind === 'phone-code' ? receipt.evidence : undefined;
  // The chain says which of the two it was: a signature cannot be replaced by the claim of a code.
  const asFiled = events[0]?.details.phone === code?.phone;
  const head = events.find(({ sequence }) => sequence === application.version);
  return {
    chain: chainHolds(events) && head !== undefined && head.hash.equals(application.headHash),
    submission:
      asFiled &&
      (await verifyEvidence(receipt.evidence, Buffer.from(receipt.digest, 'hex'))) &&
      (await supplementsHold(events)) &&
      (await followsFromWhole(tx, platform, application)),
    code,
    decision: await decisionHolds(events),
  };
}

async function supplementsHold(events: ApplicationEvent[]): Promise<boolean> {
  for (const { details } of events) {
    const { canonical, evidence } = (details.confirmation ?? {}) as Partial<ConfirmedByCode>;
    if (canonical && evidence && !(await verifyEvidence(evidence, digest(canonical)))) return false;
  }
  return true;
}

async function decisionHolds(events: ApplicationEvent[]): Promise<boolean | undefined> {
  const decided = events.findLast(({ details }) => 'evidence' in details && 'canonical' in details);
  if (!decided) return undefined;
  const { canonical, evidence } = decided.details as unknown as { canonical: string; evidence: Evidence };
  return verifyEvidence(evidence, digest(canonical));
}
