import type { Answers } from '#lib/forms';
import type { OpenMandate } from '#lib/identity';
import { canonicalForm, digest, type Platform, randomToken, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { DraftReading } from '../draft/read-draft.js';
import { type StatedRepresentation, stateRepresentation } from '../representation/representation-in.js';
import { keepPrepared, readPrepared } from '../submission/prepare-submission.js';

/** What a citizen confirms who had the answer to a request for supplements written for them. */
export interface SupplementStatement {
  purpose: 'answer-supplement';
  /** Random, so that two answers with the same content are two statements. */
  nonce: string;
  application: string;
  number: string;
  /** Of the application when it was asked for: what is confirmed answers no later request. */
  version: number;
  /** Person id of the applicant, who confirms. */
  applicant: string;
  representation: StatedRepresentation;
  /** The answers asked for; papers by name, size and SHA-256. */
  answers: Answers;
}

/**
 * Fixes what will be confirmed of a finished answer, as `prepareSubmission` does for an application. Returns its digest,
 * the same as long as nothing changes.
 */
export async function prepareSupplement(
  tx: Tx,
  platform: Platform,
  { draft, visible }: DraftReading,
  { application, mandate }: { application: Application; mandate: OpenMandate },
): Promise<Buffer> {
  const { id, number, version, agencyId, personId } = application;
  const before = readPrepared(platform, draft);
  if (before?.version === draft.version && readStatement(before.canonical).version === version)
    return digest(before.canonical);
  const statement: SupplementStatement = {
    purpose: 'answer-supplement',
    nonce: randomToken(),
    application: id,
    number,
    version,
    applicant: personId,
    representation: await stateRepresentation(tx, mandate, draft.personId),
    answers: visible,
  };
  const canonical = canonicalForm(statement);
  return keepPrepared(tx, platform, draft, { version: draft.version, agencyId, canonical, sources: {} });
}

export function readStatement(canonical: string): SupplementStatement {
  return JSON.parse(canonical) as SupplementStatement;
}
