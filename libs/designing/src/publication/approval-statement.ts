import { canonicalForm, digest } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { DraftNow } from '../draft/read-draft.js';
import type { Proposal } from './proposal.entity.js';

/**
 * What a second designer signs, in its RFC 8785 canonical form: exactly which text is published from when. Made when it is
 * shown and again when its signature arrives: the digest, which is the challenge, proves that both are the same.
 */
export function canonicalApproval(
  { draft, saved }: DraftNow,
  { id, inForceOn }: Proposal,
  officer: Pick<Principal, 'id'>,
  nonce: string,
): string {
  return canonicalForm({
    purpose: 'publication',
    nonce,
    procedure: draft.code,
    draft: draft.id,
    version: saved.version,
    text: digest(saved.text).toString('hex'),
    proposal: id,
    inForceOn,
    officer: officer.id,
  });
}
