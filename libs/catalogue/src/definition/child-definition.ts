import type { Answer, Condition } from '#lib/forms';
import type { LocalisedName } from '#lib/platform';

/**
 * A part of an application that another agency handles: a real application of its own procedure, opened from what the
 * citizen signed once. Which agency that is, the route of its own procedure says, in the answers it is given.
 */
export interface ChildDefinition extends OpenedWith {
  /** Kebab-case, unique in the procedure. */
  id: string;
  /** What the citizen knows this part as. */
  title: LocalisedName;
  /** It is opened only where this holds of the answers; by default always. */
  when?: Condition;
  /** Parts whose results it needs: it is opened once these are granted. */
  after?: string[];
  /**
   * What becomes of its result where another part is refused or the whole is withdrawn: it stays as it is, or the agency
   * is asked to undo it, by an application of another procedure.
   */
  ifStopped: 'stays' | { undoneBy: OpenedWith };
}

/** What is opened, and with which answers. */
export interface OpenedWith {
  /** Code of its procedure. */
  code: string;
  /**
   * For fields of the procedure opened: the field of this one whose answer they get, or an answer that is always the
   * same. Fields that are not named get the answer of the same id. Papers are answers to file fields.
   */
  answers?: Record<string, string | { value: Answer }>;
}
