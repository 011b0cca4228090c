/** So many tries in so many seconds. */
export interface Limit {
  tries: number;
  seconds: number;
  /** How many a process counts at once, to hand them out itself; 1 unless said. */
  ahead?: number;
}

/** How often something may be tried. A network prefix is many people: a school, a village, a mobile operator. */
export const limits = {
  /** Challenges handed out: each one opens the way to one verification, which is what costs. */
  'sign-in-network': { tries: 3000, seconds: 600, ahead: 20 },
  /** Failures, counted once they have failed: a passkey that is in order is never held up by them (decision 8). */
  'sign-in-failures-network': { tries: 300, seconds: 600 },
  'sign-in-failures-passkey': { tries: 100, seconds: 600 },
  'sign-up-network': { tries: 60, seconds: 600 },
  'claim-network': { tries: 10, seconds: 600 },
  /** Against guessing codes patiently: 5 guesses a sign-up, 300 of a million a day; above it codes have twelve digits. */
  'claim-day': { tries: 60, seconds: 86_400 },
  'code-network': { tries: 120, seconds: 600 },
  /** Unknown codes an officer typed: eight digits, good for 15 minutes, are not found by trying. */
  'counter-code-officer': { tries: 20, seconds: 600 },
  /** Codes to a citizen's phone at a helper's device; 5 guesses each, so 300 of a million a day. */
  'phone-code-number': { tries: 10, seconds: 600 },
  'phone-code-number-day': { tries: 60, seconds: 86_400 },
  'phone-code-helper': { tries: 60, seconds: 600 },
  /** Links that were none: one that is in order is never held up by them. */
  'enrolment-failures-network': { tries: 60, seconds: 600 },
  /** Tries to follow without signing in: the tracking secret has 80 bits, this only spares the database. */
  'follow-network': { tries: 300, seconds: 600 },
  /** By network and code together, so that nobody elsewhere holds up whoever has the receipt. */
  'follow-code': { tries: 10, seconds: 600 },
  /** Codes mailed for one person, and to one address, whoever asks: nobody’s mailbox is filled by us. */
  'contact-code-person': { tries: 5, seconds: 600 },
  'contact-code-address': { tries: 5, seconds: 3600 },
  /** Messages a citizen sends to agencies. */
  'message-person': { tries: 30, seconds: 600 },
  /** What one sender in a busy network does after waiting: as much as the whole network may, told by the minute. */
  'sign-in-network-waited': { tries: 300, seconds: 60 },
  'sign-up-network-waited': { tries: 6, seconds: 60 },
  'code-network-waited': { tries: 12, seconds: 60 },
  'follow-network-waited': { tries: 30, seconds: 60 },
  /** A place in the queue is used once. */
  place: { tries: 1, seconds: 300 },
} satisfies Record<string, Limit>;
