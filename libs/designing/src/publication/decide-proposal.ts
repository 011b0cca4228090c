import { publishDesigned, type Revision, revisionInForce } from '#lib/catalogue';
import type { Evidence } from '#lib/identity';
import { beginOfLegalDay, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { checkText } from '../checking/check-text.js';
import { DraftRevision } from '../draft/draft-revision.entity.js';
import { type DraftNow, readDraft } from '../draft/read-draft.js';
import { authorsOf } from './authors-of.js';
import { Proposal } from './proposal.entity.js';

/** What an approval keeps of its signature. */
export interface SignedApproval {
  /** In RFC 8785 canonical form. */
  canonical: string;
  evidence: Evidence;
}

interface Proposed extends DraftNow {
  proposal: Proposal;
}

/**
 * Publishes what was proposed, from its day on. Refuses whoever proposed or wrote any of it (`second-designer-needed`,
 * 403), a proposal that is not open any more (`proposal-decided-already`, 409), a text in which something is wrong by now
 * or the walk through the engine found something (`definition-has-findings`, 422), one that was not walked yet
 * (`proposal-not-walked`, 422), and what `publishDesigned` refuses.
 */
export async function approveProposal(
  tx: Tx,
  platform: Platform,
  designer: Principal,
  { proposalId, ...signed }: SignedApproval & { proposalId: string },
): Promise<Revision> {
  const { draft, saved, proposal } = await openProposal(tx, designer, proposalId);
  await refuseAuthors(tx, designer, proposal);
  if (!proposal.walkFindings) throw new Refusal('proposal-not-walked', 422);
  if (proposal.walkFindings.length > 0) throw new Refusal('definition-has-findings', 422);
  const now = platform.clock.now();
  const { definition, findings } = await checkText(tx, saved.text, draft.code, now);
  if (!definition || findings.length > 0) throw new Refusal('definition-has-findings', 422);
  await keepWhatHolds(tx, draft.code, now);
  const revision = await publishDesigned(tx, definition, { from: beginOfLegalDay(proposal.inForceOn), now });
  await decide(tx, proposal, { outcome: 'approved', decidedBy: designer.id, decidedAt: now, ...signed });
  const ended = { endedAt: now, outcome: 'published', revisionId: revision.id } as const;
  await tx.getRepository(DraftRevision).update({ id: draft.id }, ended);
  return revision;
}

/**
 * Gives a proposal back to its authors, with a reason. Refuses whoever proposed it, who takes it back
 * (`second-designer-needed`, 403), and one that is not open any more (`proposal-decided-already`, 409).
 */
export async function returnProposal(
  tx: Tx,
  platform: Platform,
  designer: Principal,
  { proposalId, reason }: { proposalId: string; reason: string },
): Promise<void> {
  const { proposal } = await openProposal(tx, designer, proposalId);
  if (proposal.proposedBy === designer.id) throw new Refusal('second-designer-needed', 403);
  const decidedAt = platform.clock.now();
  await decide(tx, proposal, {
    outcome: 'returned',
    decidedBy: designer.id,
    decidedAt,
    decisionReason: reason,
  });
}

/**
 * Takes a proposal back. Refuses anybody but who proposed it (`own-proposal-only`, 403), and one that is not open any
 * more (`proposal-decided-already`, 409).
 */
export async function withdrawProposal(
  tx: Tx,
  platform: Platform,
  designer: Principal,
  proposalId: string,
): Promise<void> {
  const { proposal } = await openProposal(tx, designer, proposalId);
  if (proposal.proposedBy !== designer.id) throw new Refusal('own-proposal-only', 403);
  const decidedAt = platform.clock.now();
  await decide(tx, proposal, { outcome: 'withdrawn', decidedBy: designer.id, decidedAt });
}

/** Refuses who proposed or wrote what is to be approved (`second-designer-needed`, 403). */
export async function refuseAuthors(tx: Tx, designer: Principal, proposal: Proposal): Promise<void> {
  const authors = await authorsOf(tx, proposal.draftId);
  if (proposal.proposedBy === designer.id || authors.has(designer.id))
    throw new Refusal('second-designer-needed', 403);
}

/** What nobody has needed yet is published before it is followed, so that one can go back to it. */
async function keepWhatHolds(tx: Tx, code: string, now: Date): Promise<void> {
  await revisionInForce(tx, code, now).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** Two who decide in the same instant wait for one another here. */
async function openProposal(tx: Tx, designer: Principal, id: string): Promise<Proposed> {
  const known = await tx.getRepository(Proposal).findOneBy({ id });
  if (!known) throw new Refusal('not-found', 404);
  await tx.query('SELECT FROM designing.draft_revision WHERE id = $1 FOR UPDATE', [known.draftId]);
  const now = await readDraft(tx, designer, known.draftId);
  if (now.proposal?.id !== id) throw new Refusal('proposal-decided-already', 409);
  return { ...now, proposal: now.proposal };
}

async function decide(tx: Tx, { id }: Proposal, decision: Partial<Proposal>): Promise<void> {
  await tx.getRepository(Proposal).update({ id }, decision as never);
}
