import { isPostgresError, newId, type Platform, Refusal, type Tx } from '#lib/platform';
import { procedureCode } from '#lib/catalogue';
import type { Principal } from '#lib/web';
import { IsNull } from 'typeorm';
import { demandDesigner } from '../demand-designer.js';
import { DraftRevision } from './draft-revision.entity.js';
import { type HowSaved, SavedText } from './saved-text.entity.js';
import { titleIn } from './title-in.js';

export interface BegunFrom {
  code: string;
  text: string;
  /** Id of the revision it is begun from. */
  basedOn: string | null;
  how: Extract<HowSaved, 'begun' | 'uploaded'>;
}

/**
 * Begins a draft revision of a procedure. Refuses a code that can be none (`code-is-none`, 422) and a procedure that is
 * being worked on already (`draft-exists`, 409).
 */
export async function beginDraft(
  tx: Tx,
  platform: Platform,
  designer: Principal,
  { code, text, basedOn, how }: BegunFrom,
): Promise<DraftRevision> {
  demandDesigner(designer);
  if (!procedureCode.test(code)) throw new Refusal('code-is-none', 422);
  const now = platform.clock.now();
  const id = newId();
  await tx
    .getRepository(DraftRevision)
    .insert({ id, code, title: titleIn(text) ?? code, version: 1, basedOn, begunAt: now })
    .catch((error: unknown) => {
      if (isPostgresError(error, 'unique-violation', 'draft_revision_open'))
        throw new Refusal('draft-exists', 409);
      throw error;
    });
  await tx
    .getRepository(SavedText)
    .insert({ draftId: id, version: 1, text, how, savedBy: designer.id, savedAt: now });
  return tx.getRepository(DraftRevision).findOneByOrFail({ id });
}

/** The draft revision of a procedure that is being worked on. */
export async function openDraftOf(tx: Tx, code: string): Promise<DraftRevision | undefined> {
  return (await tx.getRepository(DraftRevision).findOneBy({ code, endedAt: IsNull() })) ?? undefined;
}
