import { type Platform, type Tx, unseal } from '#lib/platform';

/** Where a person wants to be told beside the inbox. */
export interface Contact {
  /** The verified address; undefined before there is one. */
  address: string | undefined;
  verifiedAt: Date | undefined;
  /** Whether notices go there. */
  notices: boolean;
  /** The address that a code was sent to, while the code is good. */
  pending: string | undefined;
}

interface Row {
  address_sealed: string | null;
  verified_at: Date | null;
  notices: boolean;
  pending_sealed: string | null;
  pending_until: Date | null;
}

/** The contact address of a person. */
export async function contactOf(tx: Tx, platform: Platform, personId: string): Promise<Contact> {
  const [row]: Row[] = await tx.query(
    `SELECT address_sealed, verified_at, notices, pending_sealed, pending_until
       FROM notifications.contact_address WHERE person_id = $1`,
    [personId],
  );
  const waits = row?.pending_sealed && row.pending_until && row.pending_until > platform.clock.now();
  return {
    address: row?.address_sealed ? openContact(platform, personId, row.address_sealed) : undefined,
    verifiedAt: row?.verified_at ?? undefined,
    notices: row?.notices ?? true,
    pending:
      waits && row.pending_sealed ? openPending(platform, personId, row.pending_sealed).address : undefined,
  };
}

/** Opens a verified address. */
export function openContact(platform: Platform, personId: string, sealed: string): string {
  return unseal(platform.config.secrets.encryptionKey, addressPlace(personId), sealed);
}

/** Opens an address that is not yet verified, and the code that will verify it. */
export function openPending(
  platform: Platform,
  personId: string,
  sealed: string,
): { address: string; code: string } {
  return JSON.parse(unseal(platform.config.secrets.encryptionKey, pendingPlace(personId), sealed)) as {
    address: string;
    code: string;
  };
}

export const addressPlace = (personId: string) => `contact:address:${personId}` as const;
export const pendingPlace = (personId: string) => `contact:pending:${personId}` as const;
