import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { BatchPage } from './batch-page.js';
import { makeBatch } from './make-batch.js';
import { performBatch } from './perform-batch.js';
import { readBatch } from './read-batch.js';

/** Acts on many applications: chosen from a list, confirmed on a page of their own, told one by one. */
@Controller('batches')
export class BatchController {
  constructor(private readonly platform: Platform) {}

  @Post()
  @WhoMay('officer')
  async choose(@Who() officer: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    return reply.redirect(`/batches/${await makeBatch(this.platform, officer, body)}`, 303);
  }

  /** To be confirmed; once it is, what came of it. */
  @Get(':id')
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal, @IdParam() id: string) {
    return renderPage(<BatchPage context={context} batch={await readBatch(this.platform, officer, id)} />);
  }

  @Post(':id')
  @WhoMay('officer')
  async confirm(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const batch = await readBatch(this.platform, officer, id);
    const to = textIn(body, 'officer');
    const known = batch.officers.some((each) => each.id === to);
    if (batch.act === 'assign' && !batch.begun && !known)
      return sendPage(reply, <BatchPage context={context} batch={batch} officerMissing />, 422);
    await performBatch(this.platform, officer, batch, known ? to : null);
    return reply.redirect(`/batches/${id}`, 303);
  }
}
