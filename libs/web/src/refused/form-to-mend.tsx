import { Refusal, refusalWords } from '#lib/platform';
import { ErrorSummary } from '../components/error-summary.js';
import type { PageContext } from '../http/page-context.js';
import { textIn } from '../http/text-in.js';
import { leadsElsewhere } from './sent-back.js';

/** A form that comes back with everything typed: what was posted, why it was refused, and the field to mend. */
export interface FormToMend {
  body: unknown;
  refusal: Refusal;
  /** Id of the field. */
  field: string;
}

/** What to show again after a refusal. Throws what is no refusal, and 401, 403, 404: who is refused these may not see the page. */
export function formToMend(error: unknown, body: unknown, fieldOf: (refusal: Refusal) => string): FormToMend {
  if (!(error instanceof Refusal) || leadsElsewhere(error)) throw error;
  return { body, refusal: error, field: fieldOf(error) };
}

/** What stood in a field when the form was sent; before that `usual`. */
export function typedIn(mend: FormToMend | undefined, name: string, usual = ''): string {
  return mend ? textIn(mend.body, name) : usual;
}

/** What is wrong with a field and how to mend it; undefined where nothing is. */
export function mistakeIn(
  { language }: PageContext,
  mend: FormToMend | undefined,
  field: string,
): string | undefined {
  if (mend?.field !== field) return undefined;
  const { code, facts } = mend.refusal;
  const words = refusalWords(code, language, facts) ?? refusalWords('bad-request', language);
  return words && `${words.title}. ${words.help}`;
}

/** The summary above a form that came back; nothing above one that is asked for. */
export function MendSummary({ context, mend }: { context: PageContext; mend: FormToMend | undefined }) {
  if (!mend) return null;
  const text = mistakeIn(context, mend, mend.field);
  return (
    <div data-code={mend.refusal.code}>
      <ErrorSummary errors={[{ text, href: `#${mend.field}` }]} />
    </div>
  );
}
