import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import {
  type ChangeFilter,
  changesByKind,
  decideChanges,
  findChanges,
  isWhat,
  proposeChanges,
} from '#lib/catalogue';
import { Platform, Refusal, transaction, uuid } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  pageAsked,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  textIn,
  textsIn,
  Who,
  WhoMay,
} from '#lib/web';
import { demandDesigner } from '../demand-designer.js';
import { AcceptAllPage } from './accept-all-page.js';
import { ChangePage } from './change-page.js';
import { ImportPage } from './import-page.js';
import { readChange } from './read-change.js';
import { ReportPage } from './report-page.js';

const size = 50;

/** What a new export of the national catalogue says differently: read, looked at, accepted or dismissed. */
@Controller('design/import')
export class ImportController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() designer: Principal, @Query() query: unknown) {
    demandDesigner(designer);
    const { manager } = this.platform.database;
    const filter = filterIn(query);
    const page = pageAsked(query);
    const found = await findChanges(manager, filter, { page, size });
    const kinds = await changesByKind(manager);
    return renderPage(<ImportPage {...{ context, filter, found, kinds, page, size }} />);
  }

  /** Reads an export that was uploaded. The same file once more finds the same. */
  @Post('exports')
  @WhoMay('officer')
  async read(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    demandDesigner(designer);
    if (!request.isMultipart()) throw new Refusal('unsupported-content', 415);
    const bytes = await (await request.file())?.toBuffer();
    if (!bytes?.length) return reply.redirect('/design/import?refused=export-missing', 303);
    const { database, clock } = this.platform;
    const proposed = await proposeChanges(database, Readable.from([bytes]), clock.now());
    return sendPage(reply, <ReportPage context={context} proposed={proposed} />, 200);
  }

  /** Asks once more, with the number, before everything that a filter means is accepted. */
  @Get('acceptance')
  @WhoMay('officer')
  @Html()
  async askAll(@Context() context: PageContext, @Who() designer: Principal, @Query() query: unknown) {
    demandDesigner(designer);
    const filter = filterIn(query);
    const found = await findChanges(this.platform.database.manager, filter, { page: 1, size: 1 });
    return renderPage(<AcceptAllPage {...{ context, filter, found }} />);
  }

  @Post('acceptance')
  @WhoMay('officer')
  async acceptAll(@Who() designer: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    demandDesigner(designer);
    const until = new Date(textIn(body, 'until'));
    if (Number.isNaN(until.getTime())) throw new Refusal('bad-request', 400);
    return this.decide(designer, reply, { filter: { ...filterIn(body), until } }, 'accepted');
  }

  /** Those chosen from the list, or the one of a page. */
  @Post('decisions')
  @WhoMay('officer')
  async decideSome(@Who() designer: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    demandDesigner(designer);
    const ids = textsIn(body, 'change').filter((id) => uuid.test(id));
    const outcome = textIn(body, 'outcome');
    if (outcome !== 'accepted' && outcome !== 'dismissed') throw new Refusal('bad-request', 400);
    if (ids.length === 0) return reply.redirect('/design/import?refused=none-chosen', 303);
    return this.decide(designer, reply, { ids }, outcome);
  }

  @Get(':id')
  @WhoMay('officer')
  @Html()
  async showOne(@Context() context: PageContext, @Who() designer: Principal, @IdParam() id: string) {
    demandDesigner(designer);
    return renderPage(
      <ChangePage context={context} seen={await readChange(this.platform.database.manager, id)} />,
    );
  }

  private async decide(
    { id: by }: Principal,
    reply: FastifyReply,
    meant: Parameters<typeof decideChanges>[1],
    outcome: 'accepted' | 'dismissed',
  ) {
    const { database, clock } = this.platform;
    const number = await transaction(database, (tx) =>
      decideChanges(tx, meant, { outcome, by, now: clock.now() }),
    );
    return reply.redirect(`/design/import?${outcome}=${number}`, 303);
  }
}

function filterIn(asked: unknown): ChangeFilter {
  const what = textIn(asked, 'what');
  const ministry = textIn(asked, 'ministry');
  return {
    ...(isWhat(what) && { what }),
    ...(/^[a-z0-9-]{1,80}$/.test(ministry) && { ministry }),
  };
}
