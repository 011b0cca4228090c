import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formSchema } from '#lib/forms';
import { Platform } from '#lib/platform';
import { sendCacheable, WhoMay } from '#lib/web';
import { revisionInForce } from '../revision/revision-in-force.js';

/**
 * The contract of a procedure's form, for systems that fill it in: JSON Schema 2020-12 of its answers, of the revision
 * that a new application starts on. Refuses like `revisionInForce`.
 */
@Controller('api/v1/procedures/:code/schema')
export class FormSchemaController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  async show(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { database, clock, config } = this.platform;
    const { definition, number } = await revisionInForce(database.manager, code, clock.now());
    const { $schema, ...schema } = formSchema(definition.form);
    const body = JSON.stringify({
      $schema,
      $id: new URL(request.url, config.portal.origin).href.replace(/\?.*/u, ''),
      title: definition.title.vi,
      $comment: `Revision ${number}`,
      ...schema,
    });
    return sendCacheable(request, reply, { type: 'application/schema+json', body });
  }
}
