import { Controller, Get, Query } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, WhoMay } from '#lib/web';
import { Desk } from '../officers/desk.js';
import { ConsolePage } from './console-page.js';
import { readConsole } from './read-console.js';

class ConsoleForm {
  @IsOptional() @IsString() @MaxLength(20) phone?: string;
  @IsOptional() @IsString() @MaxLength(100) agency?: string;
  @IsOptional() @IsString() @MaxLength(20) appointed?: string;
}

/** The one page a tester works from. */
@Controller()
export class ConsoleController {
  constructor(
    private readonly platform: Platform,
    private readonly desk: Desk,
  ) {}

  @Get()
  @WhoMay('anyone')
  @Html()
  async show(@Context() context: PageContext, @Query() { phone, agency, appointed }: ConsoleForm) {
    const view = await readConsole(this.platform, this.desk, {
      ...(phone?.trim() && { phone: phone.replace(/\D/g, '') }),
      ...(agency?.trim() && { agency: agency.trim() }),
      ...(appointed && { appointed }),
    });
    return renderPage(<ConsolePage context={context} view={view} />);
  }
}
