import { Controller, Get, Query } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, SameForAll, WhoMay } from '#lib/web';
import { withdrawnAmong } from '../withdrawal/refuse-what-is-not-filed.js';
import { knownFields } from './fields-of-government.js';
import { findProcedures } from './find-procedures.js';
import { lifeEvents, proceduresOfEvent } from './life-events.js';
import { ListPage } from './list-page.js';
import { readListQuery } from './list-query.js';

const pageSize = 20;

/** Search and lists of procedures; everything about a list stands in its address. */
@Controller('procedures')
export class ProcedureListController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  @SameForAll()
  @Html()
  async list(@Context() context: PageContext, @Query() asked: Record<string, unknown>) {
    const { manager } = this.platform.database;
    const fields = await knownFields(manager);
    const query = readListQuery(asked, { fields, events: lifeEvents() });
    const result = await findProcedures(
      manager,
      {
        ...query,
        field: query.field?.slug,
        online: query.online && query.online === 'yes',
        codes: query.event && (await proceduresOfEvent(manager, query.event)),
      },
      { page: query.page, size: pageSize },
    );
    const codes = result.found.map(({ code }) => code);
    const withdrawn = await withdrawnAmong(manager, codes, this.platform.clock.now());
    return renderPage(<ListPage {...{ context, query, fields, result, withdrawn }} />);
  }
}
