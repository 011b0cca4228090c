import {
  checkOfficers,
  type Finding,
  findingsIn,
  isKnownField,
  readWritten,
  type ServiceDefinition,
  unreadable,
} from '#lib/catalogue';
import type { Tx } from '#lib/platform';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { lineOf } from './line-of.js';

/** What is wrong, and on which line of the text, from 1, as far as that can be said. */
export interface PlacedFinding extends Finding {
  line: number | undefined;
}

export interface CheckedText {
  /** As far as the text can be read as a whole service. */
  definition: ServiceDefinition | undefined;
  /** What stands in the way of publishing it. */
  findings: PlacedFinding[];
  /** What is wrong around it, such as roles nobody holds. */
  warnings: PlacedFinding[];
}

/**
 * Checks the text of a draft revision of a procedure in every way there is: as YAML, its shape, its form, its workflow,
 * what it names, what it opens. Takes any text.
 */
export async function checkText(tx: Tx, text: string, code: string, now: Date): Promise<CheckedText> {
  const lines = new LineCounter();
  const document = readDocument(text, lines);
  if (Array.isArray(document)) return { definition: undefined, findings: document, warnings: [] };
  const placed = (found: Finding[]): PlacedFinding[] =>
    found.map((one) => ({ ...one, line: lineOf(document, lines, placeOf(one)) }));
  const said = (key: string): unknown => (isMap(document.contents) ? document.get(key) : undefined);
  const field = said('field');
  const apart = [
    ...(said('code') === undefined || said('code') === code
      ? []
      : [{ path: 'code', code: 'code-of-another', facts: { code } }]),
    ...(typeof field !== 'string' || (await isKnownField(tx, field))
      ? []
      : [{ path: 'field', code: 'field-of-government-unknown', facts: { field } }]),
  ];
  const written = readWritten(text);
  const definition = written.definition && 'form' in written.definition ? written.definition : undefined;
  if (!definition) {
    const none = [{ path: '', code: 'not-a-service', facts: {} }];
    return {
      definition,
      findings: placed([...apart, ...(written.findings.length > 0 ? written.findings : none)]),
      warnings: [],
    };
  }
  return {
    definition,
    findings: placed([...apart, ...(await findingsIn(tx, definition, now))]),
    warnings: placed(await checkOfficers(tx, definition, now)),
  };
}

/** Where to look: what is misspelt stands inside of what a finding's path leads to. */
function placeOf({ path, code, facts }: Finding): string {
  if (code === 'property-unknown') return `${path}/${facts.property}`;
  return code === 'type-unknown' ? `${path}/type` : path;
}

/** What the text is as YAML, or why it is none. */
function readDocument(text: string, lineCounter: LineCounter): Document.Parsed | PlacedFinding[] {
  try {
    const document = parseDocument(text, { lineCounter });
    if (document.errors.length === 0) return document;
    return document.errors
      .slice(0, 20)
      .map((error) => ({ ...unreadable(error), path: '', line: error.linePos?.[0].line }));
  } catch (error) {
    // Ten thousand brackets are more than the reader can go down.
    return [{ ...unreadable(error), line: undefined }];
  }
}
