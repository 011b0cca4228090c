import type { VNode } from 'preact';
import { beginSigning } from '#lib/identity';
import { officerNames } from '#lib/organisations';
import {
  digest,
  endOfLegalDay,
  legalDate,
  type Platform,
  randomToken,
  Refusal,
  refusalWords,
} from '#lib/platform';
import { type PageContext, type Principal, textIn } from '#lib/web';
import { checkText } from '../checking/check-text.js';
import { compared } from '../comparison/compared.js';
import { type DraftNow, readDraft } from '../draft/read-draft.js';
import { textBefore } from '../revision/text-before.js';
import { canonicalApproval } from './approval-statement.js';
import { authorsOf } from './authors-of.js';
import type { Proposal } from './proposal.entity.js';
import { ProposalPage } from './proposal-page.js';
import { ProposePage } from './propose-page.js';

interface Again {
  body?: unknown;
  /** What has to be mended. */
  wrong?: 'reason-missing' | 'day-unreadable' | Refusal;
  /** Why the signature was not accepted, in words. */
  refused?: string;
}

/** What is proposed and can be decided; where nothing is, what it takes to propose. */
export async function showProposal(
  platform: Platform,
  context: PageContext,
  designer: Principal,
  id: string,
  { body, wrong, refused }: Again = {},
): Promise<VNode> {
  const { manager } = platform.database;
  const now = await readDraft(manager, designer, id);
  const { draft, saved, proposal } = now;
  if (draft.endedAt) throw new Refusal('not-found', 404);
  const at = platform.clock.now();
  const { definition, findings } = await checkText(manager, saved.text, draft.code, at);
  const before = await textBefore(manager, draft.code, at);
  const comparison = compared(before, { name: '', text: saved.text, definition });
  const words =
    wrong instanceof Refusal ? refusalWords(wrong.code, context.language, wrong.facts) : undefined;
  const error =
    words && wrong instanceof Refusal
      ? { code: wrong.code, text: `${words.title}. ${words.help}` }
      : typeof wrong === 'string'
        ? { code: wrong }
        : undefined;
  const shared = { context, now, comparison, findings: findings.length };
  if (!proposal) {
    const [year = '', month = '', day = ''] = legalDate(endOfLegalDay(at)).split('-');
    const typed = (name: string, usual: string) => (body === undefined ? usual : textIn(body, name));
    const inForce = {
      day: typed('in-force-day', day),
      month: typed('in-force-month', month),
      year: typed('in-force-year', year),
    };
    return <ProposePage {...shared} inForce={inForce} reason={typed('reason', '')} error={error} />;
  }
  const names = await officerNames(manager, [proposal.proposedBy]);
  const authors = await authorsOf(manager, id);
  const own = proposal.proposedBy === designer.id;
  const signing =
    own || authors.has(designer.id) ? undefined : await signingOf(platform, designer, now, proposal);
  return (
    <ProposalPage
      {...shared}
      proposal={proposal}
      proposer={names.get(proposal.proposedBy) ?? ''}
      own={own}
      signing={findings.length === 0 && proposal.walkFindings?.length === 0 ? signing : undefined}
      wrote={authors.has(designer.id)}
      error={error}
      refused={refused}
    />
  );
}

async function signingOf(platform: Platform, designer: Principal, now: DraftNow, proposal: Proposal) {
  const nonce = randomToken();
  const options = await beginSigning(platform.database.manager, platform, {
    audience: 'desk',
    ownerId: designer.id,
    digest: digest(canonicalApproval(now, proposal, designer, nonce)),
  });
  return { nonce, options };
}
