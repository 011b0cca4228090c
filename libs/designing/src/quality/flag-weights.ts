import type { FlagCode } from '#lib/catalogue';

/** How bad it is: 3 may wrong people, 2 is incomplete or unclear, 1 is worth a look. */
export type Weight = 1 | 2 | 3;

/** By what a flag of the importer may do to whoever relies on the row. */
export const flagWeights: Record<FlagCode, Weight> = {
  'page-is-another-procedure': 3,
  'channels-unread': 3,
  'deadline-missing': 3,
  'deadline-unit-contradicted': 3,
  'fee-unread': 3,
  'fee-suspiciously-small': 3,
  'fee-glued-to-deadline': 3,
  'free-but-states-fee': 3,
  'free-but-cites-tariff': 3,
  'free-but-set-by-province': 3,
  'papers-missing': 3,
  'papers-unread': 3,
  'results-missing': 2,
  missing: 2,
  'district-mentioned': 2,
  'deadline-without-unit': 2,
  'deadline-in-words': 2,
  'deadline-from-note': 2,
  'channel-from-note': 2,
  'fee-repaired': 2,
  'free-but-words-beside': 2,
  'paper-form-not-separated': 2,
  'paper-quantity-uncertain': 2,
  'legal-grounds-unread': 2,
  'unknown-level': 2,
  'unknown-applicant': 2,
  'unknown-kind': 1,
  'unknown-ministry': 2,
  'not-text': 2,
  undecodable: 2,
  'papers-from-page': 1,
  'results-from-page': 1,
  'legal-grounds-from-page': 1,
  'paper-or-note': 1,
  'result-code-odd': 1,
};
