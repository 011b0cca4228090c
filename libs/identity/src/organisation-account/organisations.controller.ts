import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { IsNull } from 'typeorm';
import { Platform, Refusal } from '#lib/platform';
import { BusinessRegister } from '#lib/registries';
import {
  Context,
  formToMend,
  Html,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { wayFromForm, wayToAssurance } from '../assurance/required-assurance.js';
import { Organisation } from '../representation/organisation.entity.js';
import { newOrganisationPage } from './new-organisation-page.js';
import { organisationsPage } from './organisations-page.js';
import { requestsOf } from './read-requests.js';
import { requestAccount } from './request-account.js';

const home = '/account/organisations';
/** What holding an organisation's account takes. */
export const boundAt = { assurance: 2, freshMinutes: 5 } as const;

/** The organisations whose accounts a citizen holds or asks for. */
@Controller('account/organisations')
export class OrganisationsController {
  constructor(
    private readonly platform: Platform,
    private readonly register: BusinessRegister,
  ) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async list(@Context() context: PageContext, @Who() { id, assurance }: Principal): Promise<string> {
    const { manager: tx } = this.platform.database;
    const organisations = await tx
      .getRepository(Organisation)
      .find({ where: { legalRepresentativeId: id, closedAt: IsNull() }, order: { name: 'ASC' } });
    // At level 0 nobody has seen that the number is theirs.
    const requests = assurance < 1 ? [] : await requestsOf(tx, this.platform, id);
    return renderPage(
      organisationsPage(context, {
        organisations,
        requests,
      }),
    );
  }

  @Get('new')
  @WhoMay('citizen')
  ask(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    const way = wayToAssurance(this.platform, principal, boundAt, `${home}/new`);
    return way ? reply.redirect(way, 303) : sendPage(reply, newOrganisationPage(context));
  }

  @Post('new')
  @WhoMay('citizen')
  async open(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const way = wayFromForm(this.platform, principal, boundAt, `${home}/new`);
    if (way) return reply.redirect(way, 303);
    try {
      const asked = await requestAccount(this.platform, this.register, principal, taxCodeIn(body));
      const path =
        'organisation' in asked
          ? `${home}/${asked.organisation}?done=opened`
          : `${home}/requests/${asked.request}?done=asked`;
      return reply.redirect(path, 303);
    } catch (error) {
      const mend = formToMend(error, body, () => 'taxCode');
      return sendPage(reply, newOrganisationPage(context, mend), 422);
    }
  }
}

function taxCodeIn(body: unknown): string {
  const code = textIn(body, 'taxCode').replace(/[\s.-]/g, '');
  if (!/^[0-9]{10}([0-9]{3})?$/.test(code)) throw new Refusal('tax-code-wrong', 400);
  return code;
}
