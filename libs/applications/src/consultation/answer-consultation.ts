import { agencyById } from '#lib/organisations';
import { type Platform, Refusal, transaction } from '#lib/platform';
import type { Principal } from '#lib/web';
import { keepActPaper, type ReceivedAct } from '../act-form/receive-act.js';
import { performAct } from '../act/perform-act.js';
import { findConsultations, sealWords } from './consultation.js';
import { answering, answersFor, openConsultation } from './consulted-case.js';

export interface ConsultationAnswer {
  applicationId: string;
  /** Made with the form that is posted, so that a repeated POST is one answer. */
  key: string;
  opinion: 'agrees' | 'objects';
  /** '' for none. */
  reason: string;
  /** What the act asks along. */
  details: Record<string, unknown>;
  file: ReceivedAct['file'];
}

const attempts = 5;

/**
 * An officer answers for a consulted agency: an event of the application, between officers. Several agencies may answer
 * at once; each answer is one, however often it is sent. Refuses whoever is not asked, or not any more (`not-found`, 404).
 */
export async function answerConsultation(
  platform: Platform,
  officer: Principal,
  answer: ConsultationAnswer,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await answerOnce(platform, officer, answer);
    } catch (error) {
      // Another agency answered meanwhile: this answer does not depend on it.
      const again = error instanceof Refusal && error.code === 'application-changed' && attempt < attempts;
      if (!again) throw error;
    }
}

function answerOnce(platform: Platform, officer: Principal, answer: ConsultationAnswer): Promise<void> {
  const { applicationId, key, opinion, reason, details, file } = answer;
  return transaction(platform.database, async (tx) => {
    // Whoever answers for the same agency at once waits here.
    await tx.query(
      `SELECT 1 FROM applications.consultation WHERE application_id = $1 AND agency_id = ANY($2)
        ORDER BY sequence, agency_id FOR NO KEY UPDATE`,
      [applicationId, answersFor(officer)],
    );
    const before = await findConsultations(tx, platform, 'application_id = $1 AND answer_key = $2', [
      applicationId,
      key,
    ]);
    if (before.length > 0) return;
    const { consultation, application, actors } = await openConsultation(
      tx,
      platform,
      officer,
      applicationId,
    );
    const { agencyId, sequence } = consultation;
    const { nameVi: vi, nameEn: en, nameFr: fr } = await agencyById(tx, agencyId);
    await tx.query(
      `UPDATE applications.consultation
          SET state = $4, answered_at = $5, answered_by = $6, answer_key = $7, answer_sealed = $8
        WHERE application_id = $1 AND sequence = $2 AND agency_id = $3`,
      [
        applicationId,
        sequence,
        agencyId,
        opinion === 'agrees' ? 'agreed' : 'objected',
        platform.clock.now(),
        officer.id,
        key,
        sealWords(platform, 'answer', consultation, reason),
      ],
    );
    await performAct(tx, platform, {
      applicationId,
      event: answering,
      version: application.version,
      idempotencyKey: key,
      actor: { kind: 'officer', id: officer.id, name: officer.name },
      as: actors,
      inNameOf: agencyId,
      purpose: 'consultation',
      details: {
        ...details,
        opinion,
        consulted: { id: agencyId, name: { vi, en, fr } },
        ...(reason && { reason }),
        ...(await keepActPaper(tx, platform, application, file)),
      },
    });
  });
}
