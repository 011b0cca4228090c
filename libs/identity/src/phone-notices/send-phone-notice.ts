import { type Platform, unseal } from '#lib/platform';
import type { SmsGateway } from '#lib/registries';
import { PhoneNotice } from './phone-notice.entity.js';
import { phoneNoticeTexts } from './texts.js';

/**
 * Sends one text message that waits; nothing where it is sent already. In Vietnamese, for we do not know who reads it.
 * Fails where the gateway is away, so that the job is tried again; the gateway knows it by its id.
 */
export async function sendPhoneNotice(platform: Platform, sms: SmsGateway, id: string): Promise<void> {
  const notices = platform.database.getRepository(PhoneNotice);
  const notice = await notices.findOneBy({ id });
  if (!notice) return;
  const { personId, phoneSealed, kind } = notice;
  const phone = unseal(platform.config.secrets.encryptionKey, `person:phone:${personId}`, phoneSealed);
  await sms.send(phone, phoneNoticeTexts('vi')(kind), id);
  await notices.delete(id);
}
