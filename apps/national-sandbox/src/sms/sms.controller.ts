import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { newId, Platform } from '#lib/platform';
import { WhoMay } from '#lib/web';
import { SmsForm } from './sms.form.js';
import { TextMessage } from './text-message.entity.js';

/** The SMS gateway: takes messages over and shows them on the console instead of sending them. */
@Controller('api/sms')
@WhoMay('system')
export class SmsController {
  constructor(private readonly platform: Platform) {}

  @Post()
  @HttpCode(202)
  async take(@Body() message: SmsForm, @Headers('idempotency-key') key?: string) {
    const id = key && isUUID(key) ? key : newId();
    await this.platform.database
      .createQueryBuilder()
      .insert()
      .into(TextMessage)
      .values({ id, receivedAt: this.platform.clock.now(), phone: message.to, content: message.text })
      .orIgnore()
      .execute();
    return { id };
  }
}
