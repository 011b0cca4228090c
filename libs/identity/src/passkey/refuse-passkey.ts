import { Refusal } from '#lib/platform';

/**
 * The one answer to every ceremony that is not in order, whatever was wrong with it and whatever its shape.
 * `reason` goes to the log alone and holds no personal data. `passkey` is `removed` only for who has just signed with
 * a passkey that was removed here; both words have one length, so that all answers have one size (decision 7).
 */
export function refusePasskey(reason: string, passkey: 'refused' | 'removed' = 'refused'): never {
  throw new Refusal('passkey-not-accepted', 400, { passkey }, reason);
}

/** Runs a check that throws at bad input; whatever it throws becomes a refusal, so it must not reach the database. */
export async function orRefuse<T>(check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refusePasskey(error instanceof Error ? error.message : 'the check threw no error');
  }
}
