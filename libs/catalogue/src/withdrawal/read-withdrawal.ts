import { beginOfLegalDay, languages, type Localised } from '#lib/platform';
import type { AskedWithdrawal } from './withdraw-procedure.js';

/** A withdrawal as a file holds it, from the beginning of a legal day or from now on; undefined where something is missing. */
export function readWithdrawal(data: unknown): AskedWithdrawal | undefined {
  const { code, from, reason, decision, followedBy, proposedBy, confirmedBy } = (data ?? {}) as Record<
    string,
    unknown
  >;
  const said = [code, decision, proposedBy, confirmedBy].every(
    (one) => typeof one === 'string' && one !== '',
  );
  const words = reason as Partial<Localised> | undefined;
  const worded = languages.every(
    (language) => typeof words?.[language] === 'string' && words[language] !== '',
  );
  const day = String(from) === 'now' ? new Date(0) : beginOfLegalDay(String(from));
  const successor = followedBy === undefined || typeof followedBy === 'string';
  if (!said || !worded || !successor || Number.isNaN(day.getTime())) return undefined;
  return {
    code: String(code),
    from: day,
    reason: words as Localised,
    decision: String(decision),
    ...(followedBy !== undefined && { followedBy: String(followedBy) }),
    proposedBy: String(proposedBy),
    confirmedBy: String(confirmedBy),
  };
}
