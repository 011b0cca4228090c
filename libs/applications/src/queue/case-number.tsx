import { CodeText } from '#lib/web';
import type { Conflict } from '../act/refuse-own-matter.js';

/** The number of an application, and the way to it where nothing keeps the officer from it. */
export function CaseNumber({ id, number, conflict }: { id: string; number: string; conflict: Conflict }) {
  const code = <CodeText>{number}</CodeText>;
  return conflict === 'none' ? <a href={`/applications/${id}`}>{code}</a> : code;
}
