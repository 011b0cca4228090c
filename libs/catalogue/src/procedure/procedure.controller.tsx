import { Controller, Get, Param } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, WhoMay } from '#lib/web';
import { shippedDefinition } from '../definition/load-definitions.js';
import { findProcedure } from './find-procedure.js';
import { ProcedurePage } from './page/procedure-page.js';

/** Everything known about one procedure. */
@Controller('procedures/:code')
export class ProcedureController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  @Html()
  async show(@Context() context: PageContext, @Param('code') code: string) {
    const procedure = await findProcedure(this.platform.database.manager, code);
    const definition = shippedDefinition(code);
    return renderPage(<ProcedurePage context={context} procedure={procedure} definition={definition} />);
  }
}
