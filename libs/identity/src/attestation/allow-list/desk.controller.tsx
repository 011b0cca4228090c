import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { AuthenticatorModel } from '../authenticator-model.entity.js';
import { demandListKeeper } from './demand-list-keeper.js';
import { AllowListPage } from './pages.js';
import { type ModelField, readModel, type TypedModel } from './read-model.js';
import { saveModel } from './save-model.js';

const home = '/authenticators';

/** The room of those who keep the list of authenticators. Taking a model off ends its passkeys at the next sign-in. */
@Controller('authenticators')
export class AllowListController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  async list(@Context() context: PageContext, @Who() officer: Principal, @Res() reply: FastifyReply) {
    return this.show(context, officer, reply, readModel(undefined).typed, []);
  }

  @Post()
  @WhoMay('officer')
  async add(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { typed, model, wrong } = readModel(body);
    if (!model) return this.show(context, officer, reply, typed, wrong);
    const { database, clock } = this.platform;
    await demandListKeeper(database.manager, officer);
    await database.transaction((tx) =>
      saveModel(tx, { ...model, addedBy: officer.id, addedAt: clock.now() }),
    );
    return reply.redirect(`${home}?done=saved`, 303);
  }

  @Post(':aaguid/removal')
  @WhoMay('officer')
  async remove(@Who() officer: Principal, @IdParam('aaguid') aaguid: string, @Res() reply: FastifyReply) {
    const { manager } = this.platform.database;
    await demandListKeeper(manager, officer);
    await manager.getRepository(AuthenticatorModel).delete(aaguid);
    return reply.redirect(`${home}?done=removed`, 303);
  }

  private async show(
    context: PageContext,
    officer: Principal,
    reply: FastifyReply,
    typed: TypedModel,
    wrong: ModelField[],
  ) {
    const { manager } = this.platform.database;
    await demandListKeeper(manager, officer);
    const models = await manager.getRepository(AuthenticatorModel).find({ order: { name: 'ASC' } });
    const page = <AllowListPage context={context} models={models} typed={typed} wrong={wrong} />;
    return sendPage(reply, page, wrong.length > 0 ? 422 : 200);
  }
}
