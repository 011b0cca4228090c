import { type Platform, seal, type Tx, unseal } from '#lib/platform';
import type { Silence } from '#lib/workflow';

/** `silent`: late, where silence is agreement. `closed`: not waited for any more. */
export type ConsultationState = 'open' | 'agreed' | 'objected' | 'silent' | 'closed';

/** An agency that was asked about an application. */
export interface Consultation {
  applicationId: string;
  /** Of the event that asked. */
  sequence: number;
  agencyId: string;
  question: string;
  askedAt: Date;
  dueAt: Date;
  silence: Silence;
  state: ConsultationState;
  answeredAt: Date | null;
  answeredBy: string | null;
  answerKey: string | null;
  /** Why they agree or object; '' for no words. */
  answer: string;
  /** The agency above the one asked was told that it is late. */
  escalatedAt: Date | null;
}

interface Row {
  application_id: string;
  sequence: number;
  agency_id: string;
  question_sealed: string;
  asked_at: Date;
  due_at: Date;
  silence: Silence;
  state: ConsultationState;
  answered_at: Date | null;
  answered_by: string | null;
  answer_key: string | null;
  answer_sealed: string | null;
  escalated_at: Date | null;
}

/** Consultations that a condition over `applications.consultation` finds, the oldest first. */
export async function findConsultations(
  tx: Tx,
  platform: Platform,
  where: string,
  values: unknown[],
): Promise<Consultation[]> {
  const rows: Row[] = await tx.query(
    `SELECT * FROM applications.consultation WHERE ${where} ORDER BY due_at, sequence, agency_id LIMIT 500`,
    values,
  );
  return rows.map((row) => opened(platform, row));
}

/** All consultations of an application. */
export function consultationsOf(tx: Tx, platform: Platform, applicationId: string): Promise<Consultation[]> {
  return findConsultations(tx, platform, 'application_id = $1', [applicationId]);
}

/** Seals what is asked or answered in a consultation. */
export function sealWords(
  platform: Platform,
  what: 'question' | 'answer',
  { applicationId, sequence }: Pick<Consultation, 'applicationId' | 'sequence'>,
  text: string,
): string {
  return seal(platform.config.secrets.encryptionKey, place(what, applicationId, sequence), text);
}

const place = (what: string, applicationId: string, sequence: number) =>
  `consultation:${what}:${applicationId}/${sequence}` as const;

function opened(platform: Platform, row: Row): Consultation {
  const key = platform.config.secrets.encryptionKey;
  const { application_id: applicationId, sequence } = row;
  return {
    applicationId,
    sequence,
    agencyId: row.agency_id,
    question: unseal(key, place('question', applicationId, sequence), row.question_sealed),
    askedAt: row.asked_at,
    dueAt: row.due_at,
    silence: row.silence,
    state: row.state,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    answerKey: row.answer_key,
    answer:
      row.answer_sealed === null
        ? ''
        : unseal(key, place('answer', applicationId, sequence), row.answer_sealed),
    escalatedAt: row.escalated_at,
  };
}
