import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parse } from 'yaml';
import { Platform, projectRoot } from '#lib/platform';
import { sendCacheable, WhoMay } from '#lib/web';

/** What other systems can ask here, and what they get: OpenAPI 3.1 (`data/openapi.yaml`). */
@Controller('api/openapi.json')
export class OpenApiController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    described ??= parse(readFileSync(join(projectRoot(), 'libs/catalogue/data/openapi.yaml'), 'utf8'));
    const servers = [{ url: this.platform.config.portal.origin }];
    return sendCacheable(request, reply, {
      type: 'application/json',
      body: JSON.stringify({ ...described, servers }),
    });
  }
}

let described: object | undefined;
