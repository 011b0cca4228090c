import { type Platform, Refusal, type Tx } from '#lib/platform';
import { indexNumbers, keepIdentity, type OfficerNumbers } from '../officers/officer-identity.js';
import { recordIdentityChange } from './record-identity-change.js';

/**
 * An administrator enters who an officer is and who lives with them. It waits until a second administrator, who cannot
 * see it, enters the same; then it replaces what was noted before. Entering again replaces one's own that waits.
 * Returns whether it waits now, or is noted.
 * Refuses 'identity-of-oneself' (403): nobody says of themselves whose matters they must not handle; and
 * 'identity-entered-otherwise' (409) where what another entered and waits is not the same.
 */
export async function enterOfficerIdentity(
  tx: Tx,
  { clock, config }: Pick<Platform, 'clock' | 'config'>,
  { officerId, by }: { officerId: string; by: string },
  numbers: OfficerNumbers,
): Promise<'waits' | 'noted'> {
  if (by === officerId) throw new Refusal('identity-of-oneself', 403);
  const { own, household } = indexNumbers(config.secrets.blindIndexKey, numbers);
  const entry = [officerId, own, household, by];
  const waits: unknown[] = await tx.query(
    `INSERT INTO organisations.officer_identity_entry AS waiting
         (officer_id, own_index, household_indexes, entered_by, entered_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (officer_id) DO UPDATE SET own_index = excluded.own_index,
         household_indexes = excluded.household_indexes, entered_at = excluded.entered_at
         WHERE waiting.entered_by = excluded.entered_by
       RETURNING officer_id`,
    [...entry, clock.now()],
  );
  if (waits.length > 0) return 'waits';
  const [same]: [{ enteredBy: string }[]] = await tx.query(
    `DELETE FROM organisations.officer_identity_entry
      WHERE officer_id = $1 AND own_index = $2 AND household_indexes = $3 AND entered_by <> $4
      RETURNING entered_by AS "enteredBy"`,
    entry,
  );
  if (!same[0]) throw new Refusal('identity-entered-otherwise', 409);
  const householdSize = await keepIdentity(tx, config.secrets, officerId, numbers);
  await recordIdentityChange(tx, {
    officerId,
    householdSize,
    changedBy: same[0].enteredBy,
    confirmedBy: by,
    at: clock.now(),
  });
  return 'noted';
}
