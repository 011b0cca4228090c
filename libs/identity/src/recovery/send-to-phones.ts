import { Logger } from '@nestjs/common';
import type { SmsGateway } from '#lib/registries';
import { recoveryTexts } from './texts.js';

const logger = new Logger('Recovery');

/** Tells every phone we know of a holder; in Vietnamese, for we do not know who reads it. Nobody waits for it. */
export function sendToPhones(
  sms: SmsGateway,
  phones: (string | undefined)[],
  text: 'smsStarted' | 'smsCompleted',
): void {
  for (const phone of new Set(phones))
    if (phone)
      sms
        .send(phone, recoveryTexts('vi')(text))
        .catch((error: Error) => logger.warn(`A notice was not sent: ${error.message}`));
}
