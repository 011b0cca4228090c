import { linkKindOf } from '#lib/catalogue';
import type { Platform, Tx } from '#lib/platform';
import { recordAct } from '../act/record-act.js';
import { Application } from '../application/application.entity.js';
import { type Submission, submitApplication } from '../submission/submit-application.js';
import { type Link, linkOf } from './link.js';
import { openRemedy } from './open-remedy.js';

/**
 * Files an application like `submitApplication`; one that is about another also stands in the chain of that one, in the
 * same transaction, and is refused where it is not open to be filed any more (`openRemedy`). Returns the number.
 * To be called in a transaction where `linkKindOf` knows the code.
 */
export async function fileLinked(tx: Tx, platform: Platform, submission: Submission): Promise<string> {
  const { draftId, actor, revision } = submission;
  if (!linkKindOf(revision.code)) return submitApplication(tx, platform, submission);
  const { link, original } = await holdOriginal(tx, draftId);
  await openRemedy(tx, platform, original, link, draftId);
  const number = await submitApplication(tx, platform, submission);
  await recordAct(tx, platform, {
    applicationId: original.id,
    type: `${link.kind}-filed`,
    version: original.version,
    // One draft is filed once: its id is the key here too.
    idempotencyKey: draftId,
    actor,
    purpose: 'application',
    details: { number, linked: draftId },
  });
  return number;
}

/** What a draft is about, held until the transaction ends: nobody else files about it or moves it meanwhile. */
async function holdOriginal(tx: Tx, draftId: string): Promise<{ link: Link; original: Application }> {
  const link = await linkOf(tx, draftId);
  if (!link) throw new Error(`Draft ${draftId} is about no application`);
  const original = await tx
    .getRepository(Application)
    .findOneOrFail({ where: { id: link.originalId }, lock: { mode: 'for_no_key_update' } });
  return { link, original };
}
