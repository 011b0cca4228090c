import { compareRevisions, type RevisionChange, type ServiceDefinition } from '#lib/catalogue';
import { type LineChange, lineChanges } from './line-changes.js';
import { type ValueChange, valueChanges } from './value-changes.js';

/** One of two texts that are laid side by side. */
export interface ComparedText {
  /** What it is: “Bản 3”. */
  name: string;
  text: string;
  /** Undefined where it cannot be read as a whole. */
  definition: ServiceDefinition | undefined;
}

export interface Comparison {
  /** What changes for whoever applies; undefined where one of the two cannot be read. */
  changes: RevisionChange[] | undefined;
  /** There is nothing yet that the second could change. */
  isNew: boolean;
  /** Everything that is said differently. */
  values: ValueChange[];
  lines: LineChange[];
}

/** What differs between two texts: in sentences, place by place, and line by line. */
export function compared(was: ComparedText, is: ComparedText): Comparison {
  const lines = lineChanges(was.text, is.text);
  const isNew = was.text === '';
  if (!was.definition || !is.definition) return { changes: undefined, isNew, values: [], lines };
  return {
    changes: compareRevisions(was.definition, is.definition),
    isNew,
    values: valueChanges(was.definition, is.definition),
    lines,
  };
}
