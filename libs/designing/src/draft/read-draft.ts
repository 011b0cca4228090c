import { Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { IsNull } from 'typeorm';
import { demandDesigner } from '../demand-designer.js';
import { Proposal } from '../publication/proposal.entity.js';
import { DraftRevision } from './draft-revision.entity.js';
import { SavedText } from './saved-text.entity.js';

/** A draft revision as it stands. */
export interface DraftNow {
  draft: DraftRevision;
  saved: SavedText;
  /** What waits for a second designer; while it does, nobody changes the text. */
  proposal: Proposal | undefined;
}

/** A draft revision, for designers. Refuses to anybody else, and what there is not (`not-found`, 404). */
export async function readDraft(tx: Tx, designer: Principal, id: string): Promise<DraftNow> {
  demandDesigner(designer);
  const draft = await tx.getRepository(DraftRevision).findOneBy({ id });
  if (!draft) throw new Refusal('not-found', 404);
  const saved = await savedText(tx, id, draft.version);
  const open = { draftId: id, outcome: IsNull() };
  return { draft, saved, proposal: (await tx.getRepository(Proposal).findOneBy(open)) ?? undefined };
}

/** What a draft revision said in a version. Refuses one there is not (`not-found`, 404). */
export async function savedText(tx: Tx, draftId: string, version: number): Promise<SavedText> {
  const known = Number.isInteger(version) && version > 0 && version < 2 ** 31;
  const found = known ? await tx.getRepository(SavedText).findOneBy({ draftId, version }) : null;
  if (!found) throw new Refusal('not-found', 404);
  return found;
}
