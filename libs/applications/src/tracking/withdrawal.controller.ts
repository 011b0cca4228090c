import { Body, Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, transaction } from '#lib/platform';
import { IdParam, type Principal, sentBack, Who, WhoMay } from '#lib/web';
import { ActForm } from '../act/act.form.js';
import { performAct } from '../act/perform-act.js';
import { applicationToActOn } from './own-application.js';

/** The citizen takes an application back, where its workflow lets them. */
@Controller('applications/:id/withdrawal')
export class WithdrawalController {
  constructor(private readonly platform: Platform) {}

  @Post()
  @WhoMay('citizen')
  async withdraw(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() { version, key }: ActForm,
    @Res() reply: FastifyReply,
  ) {
    try {
      await transaction(this.platform.database, async (tx) => {
        await applicationToActOn(tx, this.platform, principal, id);
        await performAct(tx, this.platform, {
          applicationId: id,
          event: 'withdraw',
          version,
          idempotencyKey: key,
          actor: { kind: 'citizen', id: principal.id, name: principal.name },
          as: ['citizen'],
          purpose: 'application',
          details: {},
        });
      });
    } catch (error) {
      return reply.redirect(sentBack(error, `/applications/${id}`), 303);
    }
    return reply.redirect(`/applications/${id}`, 303);
  }
}
