import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { type Principal, Who, WhoMay } from '#lib/web';
import { seeDevices } from './unseen-devices.js';

/** The desk has no inbox: what an officer is told of new devices stands at the desk until it is seen. */
@Controller('account/sessions/notices')
export class DeviceNoticesController {
  constructor(private readonly platform: Platform) {}

  @Post('seen')
  @WhoMay('officer')
  async see(@Who() officer: Principal, @Res() reply: FastifyReply) {
    await seeDevices(this.platform.database.manager, officer, this.platform.clock.now());
    return reply.redirect('/account/sessions?done=seen', 303);
  }
}
