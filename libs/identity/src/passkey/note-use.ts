import { runPrepared, type Tx } from '#lib/platform';
import type { Passkey } from './passkey.entity.js';

/** That a passkey was used, and what the assertion said of it: still to be kept. */
export interface PasskeyUse {
  /** A common table expression that keeps it beside whatever a statement does, with its parameters from `$first` on. */
  sql(first: number): string;
  values: unknown[];
  /** Keeps it by itself. Twice is as good as once. */
  note(tx: Tx): Promise<void>;
}

const update = (first: number) => `UPDATE identity.passkey
    SET sign_count = greatest(sign_count, $${first + 1}::bigint), backed_up = $${first + 2}::boolean,
        last_used_at = $${first + 3}::timestamptz
  WHERE id = $${first}::uuid`;

const alone = { name: 'note-use-of-passkey', text: update(1) };

/** The use of a passkey as `checkAssertion` returns it. */
export function useOf({ id, signCount, backedUp, lastUsedAt }: Passkey): PasskeyUse {
  const values = [id, signCount, backedUp, lastUsedAt];
  return {
    sql: (first) => `passkey_used AS (${update(first)})`,
    values,
    note: async (tx) => void (await runPrepared(tx, alone, values)),
  };
}

/** Keeps what an assertion said of a passkey, as `checkAssertion` returns it. */
export function noteUse(tx: Tx, passkey: Passkey): Promise<void> {
  return useOf(passkey).note(tx);
}
