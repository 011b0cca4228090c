import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, Who, WhoMay } from '#lib/web';
import { demandDesigner } from '../demand-designer.js';
import { postedText } from '../draft/posted-text.js';
import { readDraft } from '../draft/read-draft.js';
import type { Schema } from './complete-yaml.js';
import { type Look, lookAtText } from './look.js';
import { writtenSchema } from './written-schema.js';

/** What the editor of a definition asks while somebody types. */
@Controller('design')
export class WritingController {
  constructor(private readonly platform: Platform) {}

  /** The language of definitions as JSON Schema. */
  @Get('schema')
  @WhoMay('officer')
  @Header('cache-control', 'private, max-age=3600')
  schema(@Who() designer: Principal): Schema {
    demandDesigner(designer);
    return writtenSchema();
  }

  /** Takes `text`; says what is wrong with it and draws its workflow. Nothing is saved. */
  @Post('drafts/:id/look')
  @WhoMay('officer')
  @HttpCode(200)
  async look(
    @Context() { language }: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
  ): Promise<Look> {
    const { manager } = this.platform.database;
    const { draft } = await readDraft(manager, designer, id);
    const now = this.platform.clock.now();
    return lookAtText(manager, { text: postedText(body), code: draft.code, now, language });
  }
}
