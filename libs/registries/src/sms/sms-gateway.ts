/** Sends text messages to phones. Refuses 'sms-unavailable' (503) when the message was not taken over. */
export abstract class SmsGateway {
  /** Hands `text` over for the phone `to` (ten digits); tried again on a bad line, delivered once. */
  abstract send(to: string, text: string): Promise<void>;
}
