import { Controller, Get, Query } from '@nestjs/common';
import { findProcedures, revisionsInForce } from '#lib/catalogue';
import { officerNames } from '#lib/organisations';
import { Platform } from '#lib/platform';
import {
  Context,
  Html,
  pageAsked,
  type PageContext,
  type Principal,
  renderPage,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { demandDesigner } from '../demand-designer.js';
import { listDrafts } from './list-drafts.js';
import { RoomPage } from './room-page.js';

const pageSize = 20;

/** The designers' room: what is being worked on, and every procedure there is. To anybody else it does not exist. */
@Controller('design')
export class RoomController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @Query() query: unknown,
  ): Promise<string> {
    demandDesigner(designer);
    const { manager } = this.platform.database;
    const words = textIn(query, 'q').slice(0, 200);
    const page = pageAsked(query);
    const result = await findProcedures(manager, { words }, { page, size: pageSize });
    const codes = result.found.map(({ code }) => code);
    const revisions = await revisionsInForce(manager, codes, this.platform.clock.now());
    const drafts = await listDrafts(manager);
    const people = drafts.flatMap(({ savedBy, proposedBy }) => [savedBy, proposedBy ?? savedBy]);
    const names = await officerNames(manager, [...new Set(people)]);
    return renderPage(<RoomPage {...{ context, words, result, revisions, drafts, names }} />);
  }
}
