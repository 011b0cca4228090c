import { type Answers, type Condition, holds } from '#lib/forms';
import type { LocalisedName } from '#lib/platform';

/** The first and the last day of filing, YYYY-MM-DD, on which a term holds; from ever and for ever where not said. */
export interface Validity {
  validFrom?: string;
  validUntil?: string;
}

/** One line of what an application costs. */
export interface FeeLine extends Validity {
  title: LocalisedName;
  /** Dong, whole. */
  amountDong: number;
  /** Charged only where this holds of what was answered. */
  when?: Condition;
  /** Id of the number field that says how often, such as copies asked for. Once where absent. */
  times?: string;
}

/** Whom the law lets off the whole fee. */
export interface FeeWaiver extends Validity {
  title: LocalisedName;
  when: Condition;
}

/** What it costs: one amount for everybody, or lines of which those that apply are added up. */
export interface FeeTerms {
  /** Dong; 0 is free, absent with no lines means that no amount is known. */
  amountDong?: number;
  lines?: FeeLine[];
  waivers?: FeeWaiver[];
  note?: LocalisedName;
}

/** What one application costs, and by which lines. */
export interface Fee {
  /** Undefined where the procedure states no amount. */
  amountDong: number | undefined;
  lines: { title: LocalisedName; amountDong: number; times: number }[];
  /** The ground on which nothing is charged. */
  waivedBy?: FeeWaiver;
}

/**
 * What an application with these answers costs that is filed on a day, YYYY-MM-DD. The answers must be those of the
 * visible path.
 */
export function feeFor({ fee }: { fee: FeeTerms }, answers: Answers, filedOn: string): Fee {
  if (!fee.lines) return { amountDong: fee.amountDong, lines: [] };
  const valid = fee.lines.filter((line) => isValidOn(line, filedOn));
  const lines = valid.flatMap(({ title, amountDong, when, times }) => {
    const often = times === undefined ? 1 : Number(answers[times] ?? 0);
    return often > 0 && (!when || holds(when, answers)) ? [{ title, amountDong, times: often }] : [];
  });
  const waivedBy = fee.waivers?.find((waiver) => isValidOn(waiver, filedOn) && holds(waiver.when, answers));
  if (waivedBy) return { amountDong: 0, lines, waivedBy };
  return { amountDong: lines.reduce((sum, line) => sum + line.amountDong * line.times, 0), lines };
}

/** Whether a term holds of what is filed on a day. */
export function isValidOn({ validFrom, validUntil }: Validity, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day <= validUntil);
}
