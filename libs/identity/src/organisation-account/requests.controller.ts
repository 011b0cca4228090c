import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, transaction } from '#lib/platform';
import { BusinessRegister } from '#lib/registries';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  Who,
  WhoMay,
} from '#lib/web';
import { wayToAssurance } from '../assurance/required-assurance.js';
import { answerRequest } from './answer-request.js';
import { requestFor } from './read-requests.js';
import { requestPage } from './request-page.js';
import { withdrawRequest } from './withdraw-request.js';

const home = '/account/organisations';
/** What refusing takes: a number that is seen to be theirs, and a passkey just used. */
const answeredAt = { assurance: 1, freshMinutes: 5 } as const;
/**
 * What consenting takes. It gives away the account of an organisation, like opening it, and Decree 69/2024/NĐ-CP has
 * representatives at level 2 do so: a telephone that was taken over (level 1) must not be enough.
 */
const consentedAt = { assurance: 2, freshMinutes: 5 } as const;

/** A request for the account of an organisation: seen by who asked and who is asked, answered by these. */
@Controller('account/organisations/requests/:id')
export class OrganisationRequestsController {
  constructor(
    private readonly platform: Platform,
    private readonly register: BusinessRegister,
  ) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const { manager: tx } = this.platform.database;
    const request = await requestFor(tx, this.platform, principal.id, id);
    const way = wayToAssurance(this.platform, principal, answeredAt, `${home}/requests/${id}`);
    if (way && request.can === 'answer') return reply.redirect(way, 303);
    return sendPage(reply, requestPage(context, request));
  }

  @Post('consent')
  @WhoMay('citizen')
  consent(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    return this.answer(principal, id, 'consented', reply);
  }

  @Post('refusal')
  @WhoMay('citizen')
  refuse(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    return this.answer(principal, id, 'refused', reply);
  }

  @Post('withdrawal')
  @WhoMay('citizen')
  async withdraw(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await transaction(this.platform.database, (tx) => withdrawRequest(tx, this.platform, principal.id, id));
    return reply.redirect(`${home}?done=withdrawn`, 303);
  }

  private async answer(
    principal: Principal,
    requestId: string,
    answer: 'consented' | 'refused',
    reply: FastifyReply,
  ) {
    const page = `${home}/requests/${requestId}`;
    const needed = answer === 'consented' ? consentedAt : answeredAt;
    const way = wayToAssurance(this.platform, principal, needed, page);
    if (way) return reply.redirect(way, 303);
    try {
      const outcome = await answerRequest(this.platform, this.register, principal, { requestId, answer });
      return reply.redirect(outcome === 'register-changed' ? page : `${home}?done=${answer}`, 303);
    } catch (error) {
      return reply.redirect(sentBack(error, page), 303);
    }
  }
}
