import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatDate } from '#lib/calendar';
import { allowLeaving, interactionOf } from '#lib/identity';
import { Platform, Refusal } from '#lib/platform';
import { Context, type PageContext, sendPage, WhoMay } from '#lib/web';
import { accountHolders } from './account-holders.js';
import { identityLevels } from './identity-levels.js';
import { InteractionForm } from './interaction.form.js';
import { InteractionPage } from './interaction-page.js';
import { NationalProvider } from './national-provider.js';
import { identityProviderTexts } from './texts.js';

/** Where the stand-in asks who somebody is: a tester chooses. A real provider asks for a face or a card. */
@Controller('national-identity/:uid')
@WhoMay('anyone')
export class InteractionController {
  constructor(
    private readonly platform: Platform,
    private readonly national: NationalProvider,
  ) {}

  @Get()
  async page(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const provider = await this.national.get();
    const { params } = await interactionOf(provider, request, reply);
    const people = await accountHolders(this.platform);
    allowLeaving(reply, String(params.redirect_uri));
    const choices = people.map(({ idNumber, fullName, birthDate }) => ({
      value: idNumber,
      text: `${fullName}, ${formatDate(context.language, birthDate)}, ${idNumber}`,
    }));
    const t = identityProviderTexts(context.language);
    return sendPage(reply, InteractionPage({ context, t, choices, levels: identityLevels() }));
  }

  @Post()
  async choose(
    @Body() { act, person, acr }: InteractionForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const provider = await this.national.get();
    await interactionOf(provider, request, reply);
    const known = (await accountHolders(this.platform)).some(({ idNumber }) => idNumber === person);
    const level = identityLevels().some((each) => each.acr === acr);
    if (act === 'sign-in' && !(known && level)) throw new Refusal('choose-person-and-level', 422);
    const result =
      act === 'cancel' || !person || !acr
        ? { error: 'access_denied', error_description: 'the person turned back' }
        : { login: { accountId: person, acr, amr: ['user'], remember: false } };
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303);
  }
}
