import { giveAttachments } from '#lib/documents';
import { type CodeEvidence, tellRepresented } from '#lib/identity';
import { type Platform, Refusal, transaction } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from '../draft/draft.entity.js';
import { fileLinked } from '../link/file-linked.js';
import { preparedFor, readConfirmable } from './confirmable.js';

/**
 * Files what the citizen confirmed with a code: draft and papers are theirs from now on, and that somebody helped stays
 * written. Returns the number of the application. Refuses like `readConfirmable` and `preparedFor`.
 */
export function fileConfirmed(
  platform: Platform,
  helper: Principal,
  id: string,
  evidence: CodeEvidence,
): Promise<string> {
  return transaction(platform.database, async (tx) => {
    const confirmable = await readConfirmable(tx, platform, helper, id);
    const { reading, mandate, citizenId } = confirmable;
    const { prepared, toConfirm } = preparedFor(platform, confirmable);
    if (toConfirm.toString('hex') !== evidence.digest) throw new Refusal('draft-changed', 409);
    const { affected } = await tx
      .getRepository(Draft)
      .update({ id, personId: helper.id, version: prepared.version }, { personId: citizenId });
    if (affected !== 1) throw new Refusal('draft-changed', 409);
    await giveAttachments(tx, { caseId: id, toPersonId: citizenId });
    const number = await fileLinked(tx, platform, {
      draftId: id,
      revision: reading.revision,
      prepared,
      evidence,
      actor: { kind: 'citizen', id: citizenId, name: mandate.represented.fullName },
    });
    await tellRepresented(tx, platform, mandate, {
      what: 'noticeFiled',
      by: helper.id,
      href: `/applications/${id}`,
    });
    return number;
  });
}
