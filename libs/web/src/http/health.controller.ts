import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { WebSettings } from './web-settings.js';
import { WhoMay } from './who-may.js';

/** For whoever runs the portal: is it alive, can it work. */
@Controller()
export class HealthController {
  constructor(private readonly settings: WebSettings) {}

  @Get('healthz')
  @WhoMay('anyone')
  @HttpCode(200)
  alive() {
    return { status: 'alive' };
  }

  @Get('readyz')
  @WhoMay('anyone')
  async ready(@Res() reply: FastifyReply) {
    const ready = await this.settings.checkReady().then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready' });
  }
}
