import type { OnModuleDestroy } from '@nestjs/common';
import { newId } from '#lib/platform';
import type { NationalSystem } from '../national-system/national-system.js';
import { SmsGateway } from './sms-gateway.js';

/** The gateway over HTTP. The key makes a message that is sent again after a broken connection one message. */
export class HttpSmsGateway extends SmsGateway implements OnModuleDestroy {
  constructor(private readonly system: NationalSystem) {
    super();
  }

  async send(to: string, text: string, key = newId()): Promise<void> {
    const answer = await this.system.send({
      method: 'POST',
      path: '/api/sms',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ to, text }),
    });
    if (answer.status !== 202) throw this.system.untrusted(answer);
  }

  async onModuleDestroy(): Promise<void> {
    await this.system.close();
  }
}
