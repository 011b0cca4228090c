import { isPostgresError, newId, type Platform, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { readAnswers } from '../application/answers.js';
import type { Application } from '../application/application.entity.js';
import { Draft } from '../draft/draft.entity.js';
import { emptyContent, sealContent } from '../draft/draft-content.js';
import type { SupplementRequest } from './last-request.js';

/**
 * The draft in which a citizen answers a request for supplements; begun with what was answered before, or taken up
 * again. Papers begin empty: what was asked for is a new one. Under a mandate a helper begins it, and sees nothing of
 * what was answered before.
 */
export async function startSupplement(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  application: Application,
  { items }: SupplementRequest,
  mandateId?: string,
): Promise<Draft> {
  const drafts = tx.getRepository(Draft);
  const begun = await drafts.findOneBy({ supplements: application.id, personId: principal.id });
  if (begun) return begun;
  const before = mandateId ? {} : await readAnswers(tx, platform, application.id);
  const fields = items.filter(
    ({ kind, id }) => kind === 'field' && id !== undefined && before[id] !== undefined,
  );
  const answers = Object.fromEntries(
    fields.map(({ id = '' }) => [id, before[id] as NonNullable<(typeof before)[string]>]),
  );
  const now = platform.clock.now();
  const id = newId();
  await drafts
    .insert({
      id,
      personId: principal.id,
      onBehalfOf: mandateId ?? null,
      representedBy: mandateId ? principal.id : null,
      code: application.code,
      revisionId: application.revisionId,
      version: 1,
      answersSealed: sealContent(platform, id, { ...emptyContent, answers }),
      sources: {},
      createdAt: now,
      savedAt: now,
      supplements: application.id,
      supplementItems: items,
    })
    .catch((error: unknown) => {
      // A second tab began in the same instant: its draft is as good.
      if (!isPostgresError(error, 'unique-violation')) throw error;
    });
  return drafts.findOneByOrFail({ supplements: application.id, personId: principal.id });
}
