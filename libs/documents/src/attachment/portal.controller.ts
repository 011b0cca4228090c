import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { type Principal, Who, WhoMay } from '#lib/web';
import { openAttachment } from './read-attachments.js';
import { sendAttachment } from './send-attachment.js';

/** A citizen looks at a paper of their own. */
@Controller('attachments')
export class AttachmentPortalController {
  constructor(private readonly platform: Platform) {}

  @Get(':id')
  @WhoMay('citizen')
  async show(
    @Param('id') id: string,
    @Who() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { manager } = this.platform.database;
    await sendAttachment(
      reply,
      await openAttachment(manager, this.platform, { id, ownerPersonId: principal.id }),
    );
  }
}
