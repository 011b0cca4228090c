import type { Localised } from '#lib/platform';
import type { Condition } from '../condition.js';
import type { PrefillSource } from '../field-type.js';
import type { FieldDefinition } from '../field-types.js';

export type BlockType = 'person' | 'vehicle' | 'parcel' | 'organisation';

/**
 * Several ordinary fields about one person or thing, written in one go. `expandForm` makes fields of it: the part
 * `birthDate` of the block `mother` is the field `motherBirthDate`, and its label says whose it is.
 */
export interface BlockDefinition extends Partial<PrefillSource> {
  type: BlockType;
  id: string;
  /**
   * Whose, as it ends a label: { vi: mẹ, en: the mother, fr: de la mère } makes “Ngày sinh của mẹ”, “Date of birth of
   * the mother”, “Date de naissance de la mère”. French brings its own “de”. Absent where the question says whose.
   */
  who?: Localised;
  /** In the order to ask them. */
  parts: string[];
  /** By part, what its field has otherwise than usual: a label, a hint, another type, a limit. */
  with?: Record<string, Partial<FieldDefinition>>;
  /** The parts that may be left empty; `true` for all. */
  optional?: string[] | true;
  when?: Condition;
  /** Whose data in the registers the parts start from: `person`, `spouse`, `organisation`. */
  prefill?: string;
  prefillOr?: PrefillSource[];
}

/** A field without its id and the label that says whose it is. */
type Unnamed<F> = F extends FieldDefinition ? Omit<F, 'id' | 'label'> : never;

/** What a part of a block is asked as. */
export interface BlockPart {
  label: Localised;
  field: Unnamed<FieldDefinition>;
  /** What the registers call it, after `person.`. */
  known?: string;
  /**
   * Asked of Vietnamese or of foreigners only, where the nationality was asked before in the same block and both kinds
   * of people have something of theirs to give.
   */
  of?: 'vietnamese' | 'foreigners';
}

/** A kind of block: its parts, and whose they are if a definition does not say. */
export interface Block {
  who?: Localised;
  parts: Record<string, BlockPart>;
}

/** The same words in three languages, for tables of them. */
export const say3 = (vi: string, en: string, fr: string): Localised => ({ vi, en, fr });
