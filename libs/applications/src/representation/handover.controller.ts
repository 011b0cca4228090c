import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, transaction } from '#lib/platform';
import { IdParam, type Principal, sentBack, Who, WhoMay } from '#lib/web';
import { handOverDraft } from './hand-over-draft.js';

/** A helper gives a finished draft to the citizen, who signs it. */
@Controller('drafts/:id/handover')
export class HandoverController {
  constructor(private readonly platform: Platform) {}

  @Post()
  @WhoMay('citizen')
  async handOver(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    try {
      await transaction(this.platform.database, (tx) => handOverDraft(tx, this.platform, principal, id));
    } catch (error) {
      return reply.redirect(sentBack(error, `/drafts/${id}/check`), 303);
    }
    return reply.redirect('/applications', 303);
  }
}
