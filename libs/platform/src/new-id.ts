import { v7 } from 'uuid';

/** A new id: UUIDv7 (RFC 9562), so that rows made together lie together. Made here, not in the database. */
export function newId(): string {
  return v7();
}

/** How ids and keys of forms are written. */
export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
