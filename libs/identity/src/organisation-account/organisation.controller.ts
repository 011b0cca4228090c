import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { IsNull, MoreThan } from 'typeorm';
import { Platform } from '#lib/platform';
import { BusinessRegister } from '#lib/registries';
import {
  Context,
  formToMend,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  Who,
  WhoMay,
} from '#lib/web';
import { wayFromForm, wayToAssurance } from '../assurance/required-assurance.js';
import { namesOf } from '../person/names-of.js';
import { endMandate } from '../representation/end-mandate.js';
import { openInvited } from '../representation/invited.js';
import { readMandates } from '../representation/read-mandates.js';
import { fieldNames, namesOfScopes } from '../representation/scope-names.js';
import { inEvenTime } from '../throttle/in-even-time.js';
import { employeePage } from './employee-page.js';
import { grantEmployee } from './grant-employee.js';
import { type Employee, organisationPage } from './organisation-page.js';
import { boundAt } from './organisations.controller.js';
import { ownOrganisation } from './own-organisation.js';
import { fieldToMend, readGrant } from './read-grant.js';

const home = '/account/organisations';

/** The account of one organisation, for the legal representative it is bound to, and for nobody else. */
@Controller('account/organisations/:id')
export class OrganisationController {
  constructor(
    private readonly platform: Platform,
    private readonly register: BusinessRegister,
  ) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() { id: personId, name }: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const organisation = await ownOrganisation(this.platform, this.register, personId, id);
    const employees = await this.employees(id);
    const scopes = employees.map(({ mandate }) => mandate.scopes);
    return sendPage(
      reply,
      organisationPage(context, {
        organisation,
        representative: name,
        employees,
        scopeNames: await namesOfScopes(this.platform.database.manager, scopes),
      }),
    );
  }

  @Get('employees/new')
  @WhoMay('citizen')
  async ask(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const organisation = await ownOrganisation(this.platform, this.register, principal.id, id);
    const way = wayToAssurance(this.platform, principal, boundAt, `${home}/${id}/employees/new`);
    if (way) return reply.redirect(way, 303);
    const fields = await fieldNames(this.platform.database.manager);
    return sendPage(reply, employeePage(context, { organisation, fields }));
  }

  @Post('employees')
  @WhoMay('citizen')
  async grant(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const way = wayFromForm(this.platform, principal, boundAt, `${home}/${id}/employees/new`);
    if (way) return reply.redirect(way, 303);
    try {
      const grant = await readGrant(this.platform.database.manager, body);
      await inEvenTime(() => grantEmployee(this.platform, this.register, principal, id, grant));
    } catch (error) {
      const mend = formToMend(error, body, fieldToMend);
      const organisation = await ownOrganisation(this.platform, this.register, principal.id, id);
      const fields = await fieldNames(this.platform.database.manager);
      return sendPage(reply, employeePage(context, { organisation, fields }, mend), 422);
    }
    return reply.redirect(`${home}/${id}?done=granted`, 303);
  }

  /** No passkey is asked for: what somebody should no longer do must be stopped at once. */
  @Post('employees/:mandateId/ending')
  @WhoMay('citizen')
  async end(
    @Who() { id: personId }: Principal,
    @IdParam() id: string,
    @IdParam('mandateId') mandateId: string,
    @Res() reply: FastifyReply,
  ) {
    await endMandate(this.platform, personId, mandateId);
    return reply.redirect(`${home}/${id}?done=ended`, 303);
  }

  private async employees(organisationId: string): Promise<Employee[]> {
    const { manager: tx } = this.platform.database;
    const standing = { endedAt: IsNull(), validUntil: MoreThan(this.platform.clock.now()) };
    const mandates = await readMandates(tx, this.platform, { organisationId, kind: 'employee', ...standing });
    const names = await namesOf(
      tx,
      mandates.flatMap(({ representativeId }) => representativeId ?? []),
    );
    return mandates.map((mandate) => ({
      mandate,
      name: names.get(mandate.representativeId ?? '') ?? openInvited(this.platform, mandate)?.fullName ?? '',
    }));
  }
}
