import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formSchema } from '#lib/forms';
import { digest, Platform } from '#lib/platform';
import { WhoMay } from '#lib/web';
import { revisionInForce } from '../revision/revision-in-force.js';

/**
 * The contract of a procedure's form, for systems that fill it in: JSON Schema 2020-12 of its answers, of the revision
 * that a new application starts on. Refuses like `revisionInForce`.
 */
@Controller('api/procedures/:code/schema')
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
    const etag = `"${digest(body).toString('base64url')}"`;
    // Five minutes: a form that changes becomes a new revision, and what was begun stays on the old one.
    reply.header('etag', etag).header('cache-control', 'public, max-age=300');
    const held = request.headers['if-none-match']?.split(/\s*,\s*/u).map((tag) => tag.replace(/^W\//u, ''));
    if (held?.some((tag) => tag === etag || tag === '*')) return reply.code(304).send();
    return reply.type('application/schema+json; charset=utf-8').send(body);
  }
}
