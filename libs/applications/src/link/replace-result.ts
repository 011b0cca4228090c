import { v5 } from 'uuid';
import { correctableFields, revisionById, wrongEntries } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { transaction } from '#lib/platform';
import { answersWrite } from '../act/answers-write.js';
import { recordAct } from '../act/record-act.js';
import { readAnswers, readFiledAnswers } from '../application/answers.js';
import type { EffectHandler } from '../effect/effects.js';
import { readEvents } from '../application/read-events.js';
import { decisionOf } from '../tracking/decision-of.js';
import { holdUnsettled, settle } from './settle.js';

/**
 * A correction was granted: what was answered to the entries named becomes the answer of the application whose result it
 * is, from its next version on, so that a new version of the result stands beside the old. Once a correction.
 */
export const replaceResult: EffectHandler = (platform, { applicationId, sequence }) =>
  transaction(platform.database, async (tx) => {
    const held = await holdUnsettled(tx, applicationId);
    if (!held) return;
    const { complaint: correction, original } = held;
    const { definition } = await revisionById(tx, original.revisionId);
    const asked = await readAnswers(tx, platform, correction.id);
    const decided = decisionOf(await readEvents(tx, platform, correction.id));
    const ticked = (asked[wrongEntries] ?? []) as string[];
    const changed = correctableFields(definition)
      .map(({ id }) => id)
      .filter((id) => ticked.includes(id) && asked[id] !== undefined);
    const filed = await readFiledAnswers(tx, platform, original.id);
    const right = Object.fromEntries(changed.map((id) => [id, asked[id]])) as Answers;
    const sources = Object.fromEntries(Object.entries(filed.sources).filter(([id]) => !changed.includes(id)));
    const version = original.version + 1;
    await recordAct(tx, platform, {
      applicationId: original.id,
      type: 'replace-result',
      version: original.version,
      idempotencyKey: v5(`replaced/${sequence}`, applicationId),
      actor: { kind: 'system', id: null, name: '' },
      purpose: 'workflow',
      details: {
        number: correction.number,
        linked: correction.id,
        changed,
        words: decided?.text ?? '',
        officer: decided?.officer ?? '',
      },
      writes: [
        answersWrite(platform, original.id, version, {
          answers: { ...filed.answers, ...right },
          sources,
        }),
      ],
    });
    await settle(tx, platform, applicationId);
  });
