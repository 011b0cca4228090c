import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { procedureCode, revisionNumbered, revisionsInForce, revisionsOf } from '#lib/catalogue';
import { officerNames } from '#lib/organisations';
import { Platform, Refusal, transaction, type Tx } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { demandDesigner } from '../demand-designer.js';
import { beginDraft, openDraftOf } from '../draft/begin-draft.js';
import { sendText } from '../draft/send-text.js';
import { textInForce } from '../revision/text-in-force.js';
import { textOfRevision } from '../revision/text-of-revision.js';
import { titleOf } from '../revision/title-of.js';
import { ProcedurePage } from './procedure-page.js';
import { publicationsOf } from './publications-of.js';

/** A procedure at the designers': its revisions, and where work on the next one begins. */
@Controller('design/procedures/:code')
export class DesignedProcedureController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() designer: Principal, @Param('code') code: string) {
    demandDesigner(designer);
    const { manager } = this.platform.database;
    const title = await titleOf(manager, code);
    const revisions = await revisionsOf(manager, code);
    const inForce = (await revisionsInForce(manager, [code], this.platform.clock.now())).get(code);
    const publications = await publicationsOf(manager, code);
    const people = publications.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]);
    const names = await officerNames(manager, [...new Set(people)]);
    const draft = await openDraftOf(manager, code);
    return renderPage(
      <ProcedurePage {...{ context, code, title, revisions, inForce, publications, names, draft }} />,
    );
  }

  /** What holds now, in YAML. */
  @Get('definition.yaml')
  @WhoMay('officer')
  async inForce(@Who() designer: Principal, @Param('code') code: string, @Res() reply: FastifyReply) {
    demandDesigner(designer);
    const { text } = await textInForce(this.platform.database.manager, code, this.platform.clock.now());
    return sendText(reply, `${code}.yaml`, text);
  }

  @Get('revisions/:number/definition.yaml')
  @WhoMay('officer')
  async download(
    @Who() designer: Principal,
    @Param('code') code: string,
    @Param('number') number: string,
    @Res() reply: FastifyReply,
  ) {
    demandDesigner(designer);
    const revision = await revisionWith(this.platform.database.manager, code, number);
    const text = await textOfRevision(this.platform.database.manager, revision);
    return sendText(reply, `${code}-${revision.number}.yaml`, text);
  }

  /** Begins a draft revision from what holds now. Where one is being worked on already, leads there. */
  @Post('drafts')
  @WhoMay('officer')
  async begin(@Who() designer: Principal, @Param('code') code: string, @Res() reply: FastifyReply) {
    return this.beginFrom(reply, designer, code, async (tx) => {
      const { text, revisionId } = await textInForce(tx, code, this.platform.clock.now());
      return { text, basedOn: revisionId };
    });
  }

  /** Begins a draft revision from an older one: so a publication is taken back, by a new one. */
  @Post('revisions/:number/drafts')
  @WhoMay('officer')
  async beginFromOlder(
    @Who() designer: Principal,
    @Param('code') code: string,
    @Param('number') number: string,
    @Res() reply: FastifyReply,
  ) {
    return this.beginFrom(reply, designer, code, async (tx) => {
      const revision = await revisionWith(tx, code, number);
      return { text: await textOfRevision(tx, revision), basedOn: revision.id };
    });
  }

  private async beginFrom(
    reply: FastifyReply,
    designer: Principal,
    code: string,
    from: (tx: Tx) => Promise<{ text: string; basedOn: string | null }>,
  ) {
    demandDesigner(designer);
    const { database } = this.platform;
    try {
      const begun = await transaction(database, async (tx) =>
        beginDraft(tx, this.platform, designer, { code, ...(await from(tx)), how: 'begun' }),
      );
      return reply.redirect(`/design/drafts/${begun.id}`, 303);
    } catch (error) {
      const open = await openDraftOf(database.manager, code);
      if (!(error instanceof Refusal) || error.code !== 'draft-exists' || !open) throw error;
      return reply.redirect(`/design/drafts/${open.id}?refused=draft-exists`, 303);
    }
  }
}

async function revisionWith(tx: Tx, code: string, number: string) {
  const known = procedureCode.test(code) && /^\d{1,6}$/.test(number);
  const revision = known ? await revisionNumbered(tx, code, Number(number)) : undefined;
  if (!revision) throw new Refusal('not-found', 404);
  return revision;
}
