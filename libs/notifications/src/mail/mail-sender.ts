/** A mail as it is handed over: text alone, no attachments, nothing that calls home. */
export interface Mail {
  /** RFC 5322 Message-ID with its angle brackets: the same mail again has the same, so that readers see it once. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  /** When it was written. */
  at: Date;
}

/** Hands mail over for sending. */
export interface MailSender {
  /** Resolves once it was taken over; a failure says nothing of the recipient. */
  send(mail: Mail): Promise<void>;
  close(): void;
}
