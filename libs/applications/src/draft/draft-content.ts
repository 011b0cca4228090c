import type { Answer, Answers, FieldDefinition, Typed } from '#lib/forms';
import { type Localised, type Platform, seal, unseal } from '#lib/platform';

/** What a draft holds. All of it is personal data, so all of it is sealed. */
export interface DraftContent {
  answers: Answers;
  /** What was typed and could not be accepted, by page and input, so that it is there again after a break. */
  typed: Record<string, Typed>;
  /** What the register said, by field id, so that a value typed back counts as the register's again. */
  known?: Answers;
  /** Ids of the pages that were sent at least once with nothing to mend. */
  done: string[];
  /** Answers that the form has no place for since the draft follows another revision. */
  former?: FormerAnswer[];
}

/** An answer without a place: to which question, as data and in words. */
export interface FormerAnswer {
  field: FieldDefinition;
  answer: Answer;
  said: Localised;
}

export const emptyContent: DraftContent = { answers: {}, typed: {}, done: [] };

export function sealContent(platform: Platform, draftId: string, content: DraftContent): string {
  return seal(platform.config.secrets.encryptionKey, `draft:answers:${draftId}`, JSON.stringify(content));
}

export function openContent(platform: Platform, draftId: string, sealed: string): DraftContent {
  return JSON.parse(
    unseal(platform.config.secrets.encryptionKey, `draft:answers:${draftId}`, sealed),
  ) as DraftContent;
}
