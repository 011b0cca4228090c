import type { LinkKind, Revision } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { canonicalForm, randomToken } from '#lib/platform';
import type { StatedRepresentation } from '../representation/representation-in.js';

/** What the citizen signs: everything that the application says, and what it is. */
export interface SubmissionStatement {
  purpose: 'submit-application';
  /** Random, so that two applications with the same content are two statements. */
  nonce: string;
  application: string;
  procedure: string;
  revision: { number: number; digest: string };
  /** Person id of the applicant: whoever signs or confirms. */
  applicant: string;
  /** For whom they act, and who that is: absent where they act for themselves. */
  representation?: StatedRepresentation;
  /** Identification code of the receiving agency. */
  agency: string;
  /** The application it is about, and the act complained about there; absent where it stands by itself. */
  about?: { kind: LinkKind; application: string; number: string; act: number | null };
  /** The answers of the visible path; papers by name, size and SHA-256. */
  answers: Answers;
}

/** The statement of a submission in its RFC 8785 canonical form, whose SHA-256 is the challenge of the assertion. */
export function canonicalApplication(
  application: string,
  revision: Pick<Revision, 'code' | 'number' | 'digest'>,
  rest: Pick<SubmissionStatement, 'applicant' | 'representation' | 'agency' | 'about' | 'answers'>,
): string {
  const statement: SubmissionStatement = {
    purpose: 'submit-application',
    nonce: randomToken(),
    application,
    procedure: revision.code,
    revision: { number: revision.number, digest: revision.digest },
    ...rest,
  };
  return canonicalForm(statement);
}
