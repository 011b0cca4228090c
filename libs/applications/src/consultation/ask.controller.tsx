import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { In, IsNull } from 'typeorm';
import { Agency, officeHoursOf, searchAgencies } from '#lib/organisations';
import { newId, Platform, Refusal, uuid } from '#lib/platform';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  textIn,
  textsIn,
  Who,
  WhoMay,
} from '#lib/web';
import { performAct } from '../act/perform-act.js';
import { type CaseFile, readCase } from '../case-file/read-case.js';
import { ConflictPage } from '../desk-act/conflict-page.js';
import { findAct, refuseOthers } from '../desk-act/find-act.js';
import { findPerformed } from '../desk-act/find-performed.js';
import { readPostedAct } from '../desk-act/posted-act.js';
import { AskPage } from './ask-page.js';
import { askedNow, askingErrors } from './read-asking.js';

/** The act by which an officer asks other agencies: found by name, asked one question, given the same time. */
@Controller('applications/:id/consultation/:event')
export class AskController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Query('words') words: unknown,
    @Res() reply: FastifyReply,
  ) {
    const file = await readCase(this.platform, officer, id);
    const act = this.act(file, event);
    if (act.open === 'to-nobody')
      return sendPage(
        reply,
        <ConflictPage {...{ context, file, act, body: undefined }} seen={undefined} />,
        409,
      );
    const found = await this.search(file, textIn({ words }, 'words'));
    return sendPage(
      reply,
      <AskPage
        {...{ context, file, act, found, agencies: [], errors: [] }}
        question=""
        words=""
        postKey={newId()}
      />,
    );
  }

  /** A search only shows the page again, with all that was typed; asking is the act. */
  @Post()
  @WhoMay('officer')
  async ask(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { version, key } = readPostedAct(body);
    const file = await readCase(this.platform, officer, id);
    const before = await findPerformed(this.platform, { id, event, key });
    if (before !== undefined) return reply.redirect(`/applications/${id}?done=${before}`, 303);
    const act = this.act(file, event);
    const conflict = async () =>
      sendPage(
        reply,
        <ConflictPage
          {...{ context, act }}
          file={await readCase(this.platform, officer, id)}
          seen={version}
          body={undefined}
        />,
        409,
      );
    if (act.open === 'to-nobody' || version !== file.application.version) return conflict();
    const agencies = await this.chosen(file, textsIn(body, 'agency'));
    const [question, words] = [textIn(body, 'question'), textIn(body, 'words').slice(0, 100)];
    const searching = textIn(body, 'do') === 'search';
    const errors = searching ? [] : askingErrors(agencies, question);
    if (searching || errors.length > 0) {
      const found = await this.search(file, words);
      return sendPage(
        reply,
        <AskPage {...{ context, file, act, found, agencies, errors, question, words }} postKey={key} />,
        searching ? 200 : 422,
      );
    }
    const now = this.platform.clock.now();
    const hours = await officeHoursOf(this.platform.database.manager, file.application.agencyId, now);
    try {
      await performAct(this.platform.database.manager, this.platform, {
        applicationId: id,
        event,
        version,
        idempotencyKey: key,
        actor: { kind: 'officer', id: officer.id, name: officer.name },
        as: file.roles,
        purpose: 'case-handling',
        details: { ...askedNow(act.transition, { agencies, question, now, hours }) },
      });
    } catch (error) {
      if (error instanceof Refusal && error.status === 409) return conflict();
      throw error;
    }
    return reply.redirect(`/applications/${id}?done=${version + 1}`, 303);
  }

  private act(file: CaseFile, event: string) {
    const act = findAct(file, event);
    if (!act.transition.needs?.includes('agencies')) throw new Refusal('not-found', 404);
    refuseOthers(act);
    return act;
  }

  private async search({ application }: CaseFile, words: string): Promise<Agency[]> {
    const found = await searchAgencies(this.platform.database.manager, words.slice(0, 100));
    return found.filter(({ id }) => id !== application.agencyId);
  }

  /** Those in office alone; never the agency itself. */
  private async chosen({ application }: CaseFile, ids: string[]): Promise<Agency[]> {
    const wanted = ids.filter((id) => uuid.test(id) && id !== application.agencyId).slice(0, 50);
    if (wanted.length === 0) return [];
    const agencies = this.platform.database.manager.getRepository(Agency);
    return agencies.find({ where: { id: In(wanted), validUntil: IsNull() }, order: { unitCode: 'ASC' } });
  }
}
