import { revisionById, type ServiceDefinition } from '#lib/catalogue';
import type { Evidence } from '#lib/identity';
import type { FileAnswer } from '#lib/forms';
import { type Agency, agencyById } from '#lib/organisations';
import { digest, type Platform, type Tx, unseal } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { type ChildStatement, papersIn } from '../children/child-statement.js';
import type { StatedRepresentation } from '../representation/representation-in.js';
import type { SubmissionStatement } from '../submission/canonical-application.js';

/** What the citizen's receipt says: what was filed, where, signed how. */
export interface Receipt {
  definition: ServiceDefinition;
  agency: Agency;
  papers: FileAnswer[];
  /** For whom it was filed, where that is somebody else, or who helped. */
  representation: StatedRepresentation | undefined;
  /** SHA-256 of the canonical form that was signed, hexadecimal; of a part, that of the whole. */
  digest: string;
  evidence: Evidence;
}

/** Reads a receipt from what was signed, not from what stands now. */
export async function readReceipt(tx: Tx, platform: Platform, application: Application): Promise<Receipt> {
  const [row]: { canonical_sealed: string; evidence: Evidence; agency_id: string }[] = await tx.query(
    `SELECT canonical_sealed, evidence, event.agency_id
       FROM applications.submission JOIN applications.event USING (application_id)
      WHERE application_id = $1 AND sequence = 1`,
    [application.id],
  );
  if (!row) throw new Error(`Application ${application.id} has no submission`);
  const key = platform.config.secrets.encryptionKey;
  const canonical = unseal(key, `submission:canonical:${application.id}`, row.canonical_sealed);
  const statement = JSON.parse(canonical) as SubmissionStatement | ChildStatement;
  const { definition } = await revisionById(tx, application.revisionId);
  return {
    definition,
    agency: await agencyById(tx, row.agency_id),
    papers: papersIn(definition.form, statement.answers),
    representation: statement.representation,
    digest: 'origin' in statement ? statement.origin.digest : digest(canonical).toString('hex'),
    evidence: row.evidence,
  };
}
