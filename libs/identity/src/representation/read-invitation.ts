import { Refusal } from '#lib/platform';
import { textIn } from '#lib/web';
import { assistanceDays, type Invitation } from './invite-assistant.js';

/**
 * What was posted to let somebody prepare applications. Refuses, both 400, what is no ID number
 * ('helper-number-unreadable') and no term we offer ('term-unknown').
 */
export function readInvitation(body: unknown): Invitation {
  const idNumber = textIn(body, 'idNumber').replace(/\s/g, '');
  if (!/^[0-9]{12}$/.test(idNumber)) throw new Refusal('helper-number-unreadable', 400);
  const days = assistanceDays.find((each) => String(each) === textIn(body, 'days'));
  if (!days) throw new Refusal('term-unknown', 400);
  return { idNumber, days };
}
