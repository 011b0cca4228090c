import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { dayIn } from '#lib/applications';
import { finishSigning } from '#lib/identity';
import { digest, Platform, Refusal, refusalWords, transaction } from '#lib/platform';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { readDraft } from '../draft/read-draft.js';
import { canonicalApproval } from './approval-statement.js';
import { approveProposal, refuseAuthors, returnProposal, withdrawProposal } from './decide-proposal.js';
import type { Proposal } from './proposal.entity.js';
import { proposePublication } from './propose-publication.js';
import { showProposal } from './show-proposal.js';

const longestReason = 1000;

/** Publication of a draft revision: one designer proposes it, another decides. */
@Controller('design/drafts/:id/proposal')
export class PublicationController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    return sendPage(reply, await showProposal(this.platform, context, designer, id));
  }

  @Post()
  @WhoMay('officer')
  async propose(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const reason = textIn(body, 'reason').slice(0, longestReason);
    const inForceOn = dayIn(body, 'in-force');
    const again = async (wrong: 'reason-missing' | 'day-unreadable' | Refusal) =>
      sendPage(reply, await showProposal(this.platform, context, designer, id, { body, wrong }), 422);
    await readDraft(this.platform.database.manager, designer, id);
    if (!inForceOn) return again('day-unreadable');
    if (reason === '') return again('reason-missing');
    const wish = { draftId: id, version: Number(textIn(body, 'version')), inForceOn, reason };
    try {
      await transaction(this.platform.database, (tx) =>
        proposePublication(tx, this.platform, designer, wish),
      );
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'draft-revision-changed') return again(error);
      return reply.redirect(sentBack(error, `/design/drafts/${id}`), 303);
    }
    return reply.redirect(`/design/drafts/${id}/proposal?done=proposed`, 303);
  }

  /** Signed with a passkey: exactly the text that was shown. */
  @Post('approval')
  @WhoMay('officer')
  async approve(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    const { manager } = platform.database;
    const now = await readDraft(manager, designer, id);
    const proposal = this.proposalAsked(now.proposal, body);
    if (!proposal) return reply.redirect(`/design/drafts/${id}?refused=proposal-decided-already`, 303);
    await refuseAuthors(manager, designer, proposal);
    const nonce = textIn(body, 'nonce');
    if (!/^[\w-]{43}$/.test(nonce)) throw new Refusal('bad-request', 400);
    const canonical = canonicalApproval(now, proposal, designer, nonce);
    const signing = {
      audience: 'desk',
      ownerId: designer.id,
      digest: digest(canonical),
      assertion: textIn(body, 'assertion'),
    } as const;
    const refusal = await transaction(platform.database, async (tx) => {
      const evidence = await finishSigning(tx, platform, signing);
      if (evidence instanceof Refusal) return evidence;
      await approveProposal(tx, platform, designer, { proposalId: proposal.id, canonical, evidence });
      return undefined;
    }).catch((error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    });
    if (refusal && ![400, 422].includes(refusal.status))
      return reply.redirect(sentBack(refusal, `/design/drafts/${id}`), 303);
    if (refusal) {
      const words = refusalWords(refusal.code, context.language, refusal.facts);
      const refused = words ? `${words.title}. ${words.help}` : refusal.code;
      return sendPage(
        reply,
        await showProposal(platform, context, designer, id, { body, refused }),
        refusal.status,
      );
    }
    return reply.redirect(`/design/procedures/${now.draft.code}?done=published`, 303);
  }

  @Post('return')
  @WhoMay('officer')
  async giveBack(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    const reason = textIn(body, 'reason').slice(0, longestReason);
    const { proposal: open } = await readDraft(platform.database.manager, designer, id);
    const proposal = this.proposalAsked(open, body);
    if (!proposal) return reply.redirect(`/design/drafts/${id}?refused=proposal-decided-already`, 303);
    if (reason === '')
      return sendPage(
        reply,
        await showProposal(platform, context, designer, id, { body, wrong: 'reason-missing' }),
        422,
      );
    return this.decided(reply, id, 'returned', (tx) =>
      returnProposal(tx, platform, designer, { proposalId: proposal.id, reason }),
    );
  }

  @Post('withdrawal')
  @WhoMay('officer')
  async withdraw(
    @Who() designer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { proposal: open } = await readDraft(this.platform.database.manager, designer, id);
    const proposal = this.proposalAsked(open, body);
    if (!proposal) return reply.redirect(`/design/drafts/${id}?refused=proposal-decided-already`, 303);
    return this.decided(reply, id, 'withdrawn', (tx) =>
      withdrawProposal(tx, this.platform, designer, proposal.id),
    );
  }

  /** The one that the page showed, if it is still open. */
  private proposalAsked(open: Proposal | undefined, body: unknown): Proposal | undefined {
    return open?.id === textIn(body, 'proposal') ? open : undefined;
  }

  private async decided(
    reply: FastifyReply,
    id: string,
    done: string,
    act: Parameters<typeof transaction<void>>[1],
  ) {
    try {
      await transaction(this.platform.database, act);
    } catch (error) {
      return reply.redirect(sentBack(error, `/design/drafts/${id}`), 303);
    }
    return reply.redirect(`/design/drafts/${id}?done=${done}`, 303);
  }
}
