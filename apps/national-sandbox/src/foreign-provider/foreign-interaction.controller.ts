import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowLeaving, interactionOf } from '#lib/identity';
import { Refusal } from '#lib/platform';
import { Context, type PageContext, sendPage, WhoMay } from '#lib/web';
import { InteractionForm } from '../identity-provider/interaction.form.js';
import { InteractionPage } from '../identity-provider/interaction-page.js';
import { foreignPeople } from './foreign-people.js';
import { ForeignProvider } from './foreign-provider.js';
import { foreignProviderTexts } from './texts.js';

/** Where the invented neighbour asks who somebody is: a tester chooses. */
@Controller('foreign-identity/:uid')
@WhoMay('anyone')
export class ForeignInteractionController {
  constructor(private readonly foreign: ForeignProvider) {}

  @Get()
  async page(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { params } = await interactionOf(await this.foreign.get(), request, reply);
    const choices = foreignPeople().map(({ id, name }) => ({ value: id, text: `${name}, ${id}` }));
    const name = { vi: '', en: '', fr: '' };
    const levels = [{ acr: ForeignProvider.acr, label: name, hint: name }];
    allowLeaving(reply, String(params.redirect_uri));
    const t = foreignProviderTexts(context.language);
    return sendPage(reply, InteractionPage({ context, t, choices, levels }));
  }

  @Post()
  async choose(
    @Body() { act, person }: InteractionForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const provider = await this.foreign.get();
    await interactionOf(provider, request, reply);
    const known = foreignPeople().find(({ id }) => id === person);
    if (act === 'sign-in' && !known) throw new Refusal('choose-person-and-level', 422);
    const result =
      act === 'sign-in' && known
        ? { login: { accountId: known.id, acr: ForeignProvider.acr, amr: ['user'], remember: false } }
        : { error: 'access_denied', error_description: 'the person turned back' };
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303);
  }
}
