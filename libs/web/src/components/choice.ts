import type { Attributes, Content } from './props.js';

/** One answer of radios or checkboxes. */
export interface Choice {
  value: string;
  text: Content;
  hint?: Content;
  disabled?: boolean | undefined;
  /** Overrides what `value` or `values` of the group says. */
  checked?: boolean | undefined;
  /** Fields that belong to this answer; without JavaScript always visible. */
  reveals?: Content;
  id?: string | undefined;
  attributes?: Attributes | undefined;
}

/** A word between two answers, such as "hoặc". */
export interface Divider {
  divider: string;
}

/** The first answer carries the id of the group, so that an error summary can link to it. */
export function choiceId(group: string, choice: Choice, index: number): string {
  return choice.id ?? (index === 0 ? group : `${group}-${index + 1}`);
}
