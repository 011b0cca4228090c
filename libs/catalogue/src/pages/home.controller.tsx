import { Controller, Get } from '@nestjs/common';
import { Context, Html, type PageContext, renderPage, WhoMay } from '#lib/web';
import { HomePage } from './home-page.js';

/** The front door. */
@Controller()
export class HomeController {
  @Get()
  @WhoMay('anyone')
  @Html()
  show(@Context() context: PageContext) {
    return renderPage(<HomePage context={context} />);
  }
}
