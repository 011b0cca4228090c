import { canonicalForm } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { CaseFile } from '../case-file/read-case.js';
import type { Outcome } from '../case-file/proposal-of.js';

/** What an approver signs: the whole decision, and what it is about. */
export interface DecisionStatement {
  purpose: 'decision';
  /** Random, so that the same decision signed twice is two statements. */
  nonce: string;
  application: string;
  number: string;
  /** Digest of the revision it was handled under, hexadecimal. */
  revision: string;
  /** Version of the application that was decided. */
  version: number;
  outcome: Outcome;
  text: string;
  /** Officer id. */
  officer: string;
  /** Identification code of the agency. */
  agency: string;
}

/**
 * The statement of a decision in its RFC 8785 canonical form. Made when it is shown and made again when its signature
 * arrives: the digest, which is the challenge, proves that both are the same.
 */
export function canonicalDecision(
  file: CaseFile,
  officer: Pick<Principal, 'id'>,
  decided: Pick<DecisionStatement, 'nonce' | 'version' | 'outcome' | 'text'>,
): string {
  const statement: DecisionStatement = {
    purpose: 'decision',
    application: file.application.id,
    number: file.application.number,
    revision: file.revision.digest,
    officer: officer.id,
    agency: file.agency.unitCode,
    ...decided,
  };
  return canonicalForm(statement);
}
