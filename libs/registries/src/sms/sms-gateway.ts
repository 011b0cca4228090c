/** Sends text messages to phones. Refuses 'sms-unavailable' (503) when the message was not taken over. */
export abstract class SmsGateway {
  /**
   * Hands `text` over for the phone `to` (ten digits); tried again on a bad line, delivered once. So is what is sent
   * again later with the same `key`.
   */
  abstract send(to: string, text: string, key?: string): Promise<void>;
}
