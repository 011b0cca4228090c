/** The sentences an island may need; the page hands them over in its language. */
export interface BrowserMessages {
  waiting: string;
  checking: string;
  cancelled: string;
  unsupported: string;
  insecure: string;
  network: string;
  alreadyHere: string;
  noVerification: string;
  failed: string;
  unknownHere: string;
  expired: string;
}
