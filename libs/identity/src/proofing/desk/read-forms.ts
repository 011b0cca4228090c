import { textIn } from '#lib/web';
import { type DocumentKind, documents, refusalReasons } from '../counter-request.entity.js';
import type { Decision } from './decide-request.js';
import type { CheckedDocument } from './note-check.js';

/** A mistake of a form: the field, and the key of the sentence that says how to mend it. */
export interface Mistake {
  field: 'document' | 'tail' | 'compared' | 'decision' | 'reason';
  text:
    | 'documentMissing'
    | 'tailMissing'
    | 'tailDiffers'
    | 'comparedMissing'
    | 'decisionMissing'
    | 'reasonMissing';
}

type Typed = Record<string, string>;

/** What the first officer posted. The number on an identity card is the ID number: its end must be the same. */
export function readCheck(
  body: unknown,
  idNumber: string,
): { checked?: CheckedDocument; errors: Mistake[]; typed: Typed } {
  const typed = typedIn(body, ['document', 'tail', 'compared']);
  const document = documents.find((each) => each === typed.document);
  const tail = (typed.tail ?? '').toUpperCase();
  const errors: Mistake[] = [];
  if (!document) errors.push({ field: 'document', text: 'documentMissing' });
  if (!/^[A-Z0-9]{4}$/.test(tail)) errors.push({ field: 'tail', text: 'tailMissing' });
  else if (isOther(document, tail, idNumber)) errors.push({ field: 'tail', text: 'tailDiffers' });
  if (typed.compared !== 'yes') errors.push({ field: 'compared', text: 'comparedMissing' });
  return document && errors.length === 0 ? { checked: { document, tail }, errors, typed } : { errors, typed };
}

function isOther(document: DocumentKind | undefined, tail: string, idNumber: string): boolean {
  return document === 'identity-card' && tail !== idNumber.slice(-4);
}

/** What the second officer posted. */
export function readDecision(body: unknown): { decision?: Decision; errors: Mistake[]; typed: Typed } {
  const typed = typedIn(body, ['decision', 'reason']);
  if (typed.decision === 'approve') return { decision: { approved: true }, errors: [], typed };
  if (typed.decision !== 'refuse') return { errors: [{ field: 'decision', text: 'decisionMissing' }], typed };
  const reason = refusalReasons.find((each) => each === typed.reason);
  return reason
    ? { decision: { approved: false, reason }, errors: [], typed }
    : { errors: [{ field: 'reason', text: 'reasonMissing' }], typed };
}

function typedIn(body: unknown, names: string[]): Typed {
  return Object.fromEntries(names.map((name) => [name, textIn(body, name).slice(0, 100)]));
}
