/** Somebody who represents an enterprise by law. */
export interface RegisteredRepresentative {
  /** Personal identification number, 12 digits. */
  idNumber: string;
  fullName: string;
}

/** What the business register knows about an enterprise or household business. */
export interface RegisterEnterprise {
  /** Enterprise code, which is the tax code too: ten digits, thirteen for a dependent unit. */
  taxCode: string;
  name: string;
  status: 'active' | 'dissolved';
  /** At least one; an enterprise may have several (Law on Enterprises 2020, article 12). */
  representatives: RegisteredRepresentative[];
}

/**
 * The national business register, as we may ask it. Its answers name people: `purpose` says why we ask (a short ASCII
 * code), and the register writes it down.
 * Refuses 'business-register-unavailable' (503) when there is no answer that can be trusted.
 */
export abstract class BusinessRegister {
  /** The enterprise with this code, dissolved ones too; undefined where the register knows none. */
  abstract findEnterprise(taxCode: string, purpose: string): Promise<RegisterEnterprise | undefined>;
}
