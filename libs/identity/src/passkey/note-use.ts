import { type NamedValues, preparedText, rowSql, runPrepared, type Tx } from '#lib/platform';
import type { Passkey } from './passkey.entity.js';

/** That a passkey was used, and what the assertion said of it: still to be kept. */
export interface PasskeyUse {
  /** A common table expression that keeps it beside whatever a statement does that reads these values from `asked`. */
  sql: string;
  values: NamedValues;
  /** Keeps it by itself. Twice is as good as once. */
  note(tx: Tx): Promise<void>;
}

/** Of two uses at the same moment the one that counted further. */
const update = `UPDATE identity.passkey
    SET sign_count = greatest(sign_count, used_count), backed_up = used_backed_up, last_used_at = used_at
   FROM (SELECT DISTINCT ON (used_passkey) * FROM asked ORDER BY used_passkey, used_count DESC) AS used
  WHERE passkey.id = used_passkey`;

/** The use of a passkey as `checkAssertion` returns it. */
export function useOf({ id, signCount, backedUp, lastUsedAt }: Passkey): PasskeyUse {
  const values: NamedValues = {
    used_passkey: { type: 'uuid', value: id },
    used_count: { type: 'bigint', value: signCount },
    used_backed_up: { type: 'boolean', value: backedUp },
    used_at: { type: 'timestamptz', value: lastUsedAt },
  };
  return {
    sql: `passkey_used AS (${update})`,
    values,
    note: async (tx) => {
      const alone = preparedText(`WITH asked AS ${rowSql(values)} ${update}`);
      const plain = Object.values(values).map(({ value }) => value);
      await runPrepared(tx, alone, plain);
    },
  };
}

/** Keeps what an assertion said of a passkey, as `checkAssertion` returns it. */
export function noteUse(tx: Tx, passkey: Passkey): Promise<void> {
  return useOf(passkey).note(tx);
}
