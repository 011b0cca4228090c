import { revisionById } from '#lib/catalogue';
import { transaction } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import type { EffectHandler } from '../effect/effects.js';
import { askFollowUp } from '../outbox/ask-follow-up.js';
import { sealWords } from './consultation.js';
import type { Asked } from './read-asking.js';
import { eventsWith } from '#lib/workflow';

/** Asks the agencies that the event names. What was closed before this ran stays closed. */
export const askAgencies: EffectHandler = (platform, { applicationId, sequence }) =>
  transaction(platform.database, async (tx) => {
    const application = await tx.getRepository(Application).findOneByOrFail({ id: applicationId });
    const events = await readEvents(tx, platform, applicationId);
    const event = events.find((one) => one.sequence === sequence);
    const asked = event?.details as unknown as Asked | undefined;
    if (!event || !asked?.agencies) return;
    const { definition } = await revisionById(tx, application.revisionId);
    const closing = eventsWith(definition.workflow, 'close-consultations');
    const closed = events.some((one) => one.sequence > sequence && closing.includes(one.type));
    await tx.query(
      `INSERT INTO applications.consultation
         (application_id, sequence, agency_id, question_sealed, asked_at, due_at, silence, state)
       SELECT $1, $2, agency_id, $4, $5, $6, $7, $8 FROM unnest($3::uuid[]) AS agency_id
       ON CONFLICT DO NOTHING`,
      [
        applicationId,
        sequence,
        asked.agencies.map(({ id }) => id),
        sealWords(platform, 'question', { applicationId, sequence }, asked.question),
        event.at,
        asked.dueAt,
        asked.silence,
        closed ? 'closed' : 'open',
      ],
    );
    await askFollowUp(tx, applicationId);
  });

/** Waits for no answer any more to what was asked before the event. */
export const closeConsultations: EffectHandler = async (platform, { applicationId, sequence }) => {
  await platform.database.query(
    `UPDATE applications.consultation SET state = 'closed'
      WHERE application_id = $1 AND sequence < $2 AND state = 'open'`,
    [applicationId, sequence],
  );
};
