import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Platform, Refusal } from '#lib/platform';
import { WhoMay } from '#lib/web';
import { readModel } from './read-model.js';
import { saveModel } from './save-model.js';

/** For the system that runs the desk: the first model, before any administrator can enrol a passkey of one. */
@Controller('api/authenticators')
@WhoMay('system')
export class AllowListApiController {
  constructor(private readonly platform: Platform) {}

  /** Takes `aaguid`, `name` and `roots` (PEM). Refuses anything else ('bad-request', 400). */
  @Post()
  @HttpCode(204)
  async add(@Body() body: unknown): Promise<void> {
    const { model } = readModel(body);
    if (!model) throw new Refusal('bad-request', 400);
    const { database, clock } = this.platform;
    await database.transaction((tx) => saveModel(tx, { ...model, addedBy: null, addedAt: clock.now() }));
  }
}
