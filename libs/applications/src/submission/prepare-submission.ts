import { refuseWhatIsNotFiled } from '#lib/catalogue';
import { digest, type Platform, Refusal, seal, type Tx, unseal } from '#lib/platform';
import type { AnswerSource } from '../application/answers.js';
import type { DraftReading } from '../draft/read-draft.js';
import { Draft } from '../draft/draft.entity.js';
import type { About } from '../link/about.js';
import { agencyOfLinked } from '../link/linked-agency.js';
import { filedSources } from '../prefill/filed-sources.js';
import { refuseImpossibleParts } from '../children/refuse-impossible-parts.js';
import { stateRepresentation } from '../representation/representation-in.js';
import { canonicalApplication, type SubmissionStatement } from './canonical-application.js';
import { responsibleAgency } from './responsible-agency.js';

/** What is kept of a draft between showing the signing page and receiving the signature. */
export interface PreparedSubmission {
  /** Version of the draft that was shown. */
  version: number;
  agencyId: string;
  canonical: string;
  /** Which answers registers filled in. Not signed: they are what we know, not what the citizen declares. */
  sources: Record<string, AnswerSource>;
}

/**
 * Fixes what will be signed: the canonical form of the complete draft, kept sealed with it.
 * Returns the digest to sign, the same as long as nothing changes: a page opened twice can be signed in either tab.
 * `applicant` is whose application it will be, where that is not whoever writes the draft.
 * Refuses a draft with something left to answer (`draft-unfinished`, 409), and what `refuseWhatIsNotFiled` and
 * `refuseImpossibleParts` refuse.
 */
export async function prepareSubmission(
  tx: Tx,
  platform: Platform,
  reading: DraftReading,
  applicant = reading.draft.personId,
): Promise<Buffer> {
  const { draft, revision, visible, errors, mandate } = reading;
  if (errors.length > 0) throw new Refusal('draft-unfinished', 409);
  if (!reading.about) await refuseWhatIsNotFiled(tx, revision.id, platform.clock.now());
  const agency = reading.about
    ? await agencyOfLinked(tx, draft.id)
    : await responsibleAgency(tx, revision.definition, visible);
  await refuseImpossibleParts(tx, platform, revision.definition, visible);
  const before = readPrepared(platform, draft);
  if (before?.version === draft.version && before.agencyId === agency.id) return digest(before.canonical);
  const canonical = canonicalApplication(draft.id, revision, {
    applicant,
    ...(mandate && {
      representation: await stateRepresentation(tx, mandate, draft.representedBy ?? draft.personId),
    }),
    agency: agency.unitCode,
    ...(reading.about && { about: aboutStatement(reading.about) }),
    answers: visible,
  });
  return keepPrepared(tx, platform, draft, {
    version: draft.version,
    agencyId: agency.id,
    canonical,
    sources: filedSources(draft.sources, visible),
  });
}

/** Keeps what was fixed with its draft, sealed, and returns its digest. */
export async function keepPrepared(
  tx: Tx,
  platform: Platform,
  { id }: Pick<Draft, 'id'>,
  prepared: PreparedSubmission,
): Promise<Buffer> {
  const { encryptionKey } = platform.config.secrets;
  const signingSealed = seal(encryptionKey, `draft:signing:${id}`, JSON.stringify(prepared));
  await tx.getRepository(Draft).update({ id }, { signingSealed });
  return digest(prepared.canonical);
}

function aboutStatement({ link, number }: About): NonNullable<SubmissionStatement['about']> {
  const { kind, originalId, act } = link;
  return { kind, application: originalId, number, act };
}

/** What was fixed when the signing page was last opened, if it was. */
export function readPrepared(
  platform: Platform,
  { id, signingSealed }: Pick<Draft, 'id' | 'signingSealed'>,
): PreparedSubmission | undefined {
  if (!signingSealed) return undefined;
  const text = unseal(platform.config.secrets.encryptionKey, `draft:signing:${id}`, signingSealed);
  return JSON.parse(text) as PreparedSubmission;
}
