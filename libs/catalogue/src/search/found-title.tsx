import type { Language } from '#lib/platform';
import { shortTitle } from '../words/short-title.js';
import type { FoundProcedure } from './found-procedures.js';

/** The title its own definition gives it in the reader's language, else the official one, which is Vietnamese. */
export function FoundTitle({ language, procedure }: { language: Language; procedure: FoundProcedure }) {
  const own = procedure.definition?.title[language];
  const foreign = own === undefined && language !== 'vi';
  return <span lang={foreign ? 'vi' : undefined}>{shortTitle(own ?? procedure.title)}</span>;
}
