import { Controller, Get, Query } from '@nestjs/common';
import { doubtfulProcedures, type FlagCode } from '#lib/catalogue';
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
import { flagWeights } from './flag-weights.js';
import { QualityPage } from './quality-page.js';

const size = 20;

/** What reading the national catalogue was not sure of. */
@Controller('design/quality')
export class QualityController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() designer: Principal, @Query() query: unknown) {
    demandDesigner(designer);
    const asked = textIn(query, 'flag');
    const flag = Object.hasOwn(flagWeights, asked) ? (asked as FlagCode) : undefined;
    const page = pageAsked(query);
    const { manager } = this.platform.database;
    const found = await doubtfulProcedures(manager, { flag, weights: flagWeights }, { page, size });
    return renderPage(<QualityPage {...{ context, flag, page, size, found }} />);
  }
}
